import Theme from "vitepress/theme-without-fonts"
// oxlint-disable-next-line import/no-unassigned-import -- Vite adds a stylesheet to the page by its import.
import "./style.css"

export default Theme
