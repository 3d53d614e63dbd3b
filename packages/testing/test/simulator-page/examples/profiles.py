import base64, json, urllib.parse, urllib.request

origin = "http://127.0.0.1:4010"
credentials = {"client_id": "s6BhdRkqt3", "client_secret": "t7AkePiru4", "grant_type": "client_credentials"}
form = urllib.parse.urlencode(credentials).encode()
token = json.load(urllib.request.urlopen(f"{origin}/o/client/token", form))["access_token"]

device = base64.b64encode(b"ba23d141-d715-561c-94f4-e9e4c966b1eb").decode()
info = base64.b64encode(json.dumps({"model": "Set-top box"}).encode()).decode()
headers = {"Authorization": f"Bearer {token}", "AP-Device-Identifier": f"fingerprint {device}", "X-Device-Info": info}
request = urllib.request.Request(f"{origin}/api/v2/REF30/profiles", headers=headers)
print(", ".join(json.load(urllib.request.urlopen(request))["profiles"]))
