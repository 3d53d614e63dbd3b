export declare const softwareStatement: string
