import json, urllib.request

origin = "http://127.0.0.1:4010"


def control(path, **members):
    request = urllib.request.Request(f"{origin}/simulator/{path}", json.dumps(members).encode())
    request.add_header("Content-Type", "application/json")
    body = urllib.request.urlopen(request).read()
    return json.loads(body) if body else None


control("faults", operation="retrieveProfiles", fault={"status": 503}, times=2)
control("rules", mvpd="Cablevision", resource="premium", decision="deny", details="Not part of your package.")
state = json.load(urllib.request.urlopen(f"{origin}/simulator/state"))
for session in state["sessions"]:
    control("sign-in", code=session["code"])
print(", ".join(state["unusedFaults"]))
