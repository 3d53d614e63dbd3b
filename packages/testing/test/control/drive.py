"""Drives an application and the simulator's control API with Python's standard library: python3 drive.py ORIGIN."""
import base64, json, sys, urllib.error, urllib.parse, urllib.request

origin = sys.argv[1]


def call(method, path, body=None, headers={}):
    request = urllib.request.Request(origin + path, body, headers, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            text = response.read()
            return response.status, json.loads(text) if text else None
    except urllib.error.HTTPError as failure:
        return failure.code, None


def control(path, **members):
    return call("POST", f"/simulator/{path}", json.dumps(members).encode(), {"Content-Type": "application/json"})


def form(**parameters):
    return urllib.parse.urlencode(parameters).encode()


info = {"model": "C4", "version": "1.0", "osName": "webOS", "osVersion": "7.0", "connectionType": "LAN"}
device = {
    "AP-Device-Identifier": "fingerprint " + base64.b64encode(b"television-1").decode(),
    "X-Device-Info": base64.b64encode(json.dumps(info).encode()).decode(),
}

# The application registers, after one failure of the server, and starts a session.
assert control("faults", operation="registerClient", fault={"status": 503}) == (204, None)
statement = json.dumps({"software_statement": sys.argv[2]}).encode()
json_type = {"Content-Type": "application/json", "X-Device-Info": device["X-Device-Info"]}
assert call("POST", "/o/client/register", statement, json_type)[0] == 503
_, client = call("POST", "/o/client/register", statement, json_type)
credentials = form(client_id=client["client_id"], client_secret=client["client_secret"], grant_type="client_credentials")
_, token = call("POST", "/o/client/token", credentials, {"X-Device-Info": device["X-Device-Info"]})
authorized = {"Authorization": "Bearer " + token["access_token"], **device}
session = form(mvpd="Cablevision", domainName="adobe.com", redirectUrl="https://adobe.com/done")
assert call("POST", "/api/v2/REF30/sessions", session, authorized)[0] == 200

# The viewer signs in with the code on the screen; the MVPD denies one resource.
[waiting] = call("GET", "/simulator/state")[1]["sessions"]
assert control("sign-in", code=waiting["code"]) == (200, {"redirectUrl": "https://adobe.com/done"})
assert list(call("GET", "/api/v2/REF30/profiles", headers=authorized)[1]["profiles"]) == ["Cablevision"]
assert control("rules", mvpd="Cablevision", resource="premium", decision="deny")[0] == 204
resources = json.dumps({"resources": ["premium"]}).encode()
decide = {"Content-Type": "application/json", **authorized}
_, decisions = call("POST", "/api/v2/REF30/decisions/authorize/Cablevision", resources, decide)
assert decisions["decisions"][0]["authorized"] is False

# The token is revoked, and the journal shows all of it without a violation.
assert control("revoke-tokens")[0] == 204
assert call("GET", "/api/v2/REF30/profiles", headers=authorized)[0] == 401
assert call("GET", "/simulator/violations") == (200, [])
calls = call("GET", "/simulator/journal?operation=retrieveProfiles")[1]
print(", ".join(str(one["status"]) for one in calls))
