"""What schemathesis does not know of itself: what there is, and what a text has to say where a document cannot say it."""

import itertools
import json
import os
import urllib.error
import urllib.request

import schemathesis

ADDRESS = os.environ["RAPPORT_CONTRACT_ADDRESS"]
KEY = os.environ["RAPPORT_CONTRACT_KEY"]

# The nouns whose ids stand in a path, or in a body, by a name of their own.
NOUNS = {
    "post_id": "posts",
    "strategy_id": "strategies",
    "person_id": "people",
    "persona_id": "personas",
    "segment_id": "segments",
    "campaign_id": "campaigns",
    "group_id": "campaign-groups",
}
POST = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678905555/"
PROFILE = "https://www.linkedin.com/in/somebody"
OAUTH = {"oauth": {"access_token": "an-access-of-nobody-at-all", "client_id": "86ofnobody0app", "client_secret": "secret-of-nobody"}}

known = {}
turn = itertools.count()


def call(method, path, said=None, kind="application/json"):
    """What the API answers to a call that is good."""
    body = said if said is None or isinstance(said, bytes) else json.dumps(said).encode()
    headers = {"authorization": f"Bearer {KEY}", "content-type": kind}
    request = urllib.request.Request(f"http://{ADDRESS}{path}", body, headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or "null")
    except urllib.error.HTTPError as error:
        raise RuntimeError(f"{method} {path}: {error.read().decode()}") from error


def ids(noun):
    """The ids of what there was of a noun when it was first asked for."""
    if noun not in known:
        begin(noun)
        there = call("GET", f"/api/v1/{noun}")
        # Lists that are never long have no pages.
        known[noun] = [one["id"] for one in (there if isinstance(there, list) else there["items"])]
    return known[noun]


def begin(noun):
    """Makes what has to be made by the API, because it is sealed or counted there."""
    if noun == "reports":
        for _ in range(40):
            call("POST", "/api/v1/reports", {"title": "A report", "campaigns": ids("campaigns")[:1]})
    if noun == "uploads":
        for _ in range(40):
            file = b"Post link,Post title"
            upload = call("POST", "/api/v1/uploads", {"file_name": "posts.csv", "bytes": len(file)})
            call("PUT", f"/api/v1/uploads/{upload['id']}/content", file, "application/octet-stream")


def apify():
    """A token of Apify's that no connection has."""
    return {"apify_token": f"apify_api_of_nobody_{next(turn)}"}


def connection(kind):
    """A connection that has credentials, by what they are for."""
    if kind not in known:
        said = {"name": f"For {kind}", "credentials": apify()}
        if kind == "campaign_manager":
            said |= {"type": kind, "credentials": OAUTH}
        known[kind] = call("POST", "/api/v1/connections", said)["connection"]["id"]
    return known[kind]


def some(noun, number):
    """One of ten that nobody deletes."""
    return ids(noun)[number % 10]


def paired(path, names):
    """Two things that are there, by their names in a path, and that are put together, because an earlier call may have parted them."""
    first = {}
    for name in names:
        there = call("GET", f"/api/v1/{path.split('/')[3] if name == 'id' else NOUNS[name]}")
        first[name] = there["items"][0]["id"]
    said = {"people": {"verdict": "excluded"}, "strategies": {"relevance_score": 0.5}}
    call("PUT", path.format(**first), said.get(path.split("/")[5]))
    return first


def meant(path, body, number):
    """The same body with what a document cannot ask for: an id of something, an address of LinkedIn's, a token's form."""
    said = {name: some(NOUNS[name], number) for name in body if name in NOUNS and body[name] is not None}
    match path.removeprefix("/api/v1/"):
        case "posts":
            said |= {"url": POST}
        case "endpoints" | "endpoints/{id}" if "url" in body:
            said |= {"url": "https://mine.example/hook"}
        case "connections":
            said |= {"credentials": apify(), "type": None}
        case "connections/{id}/credentials":
            return apify()
        case "jobs/scrape":
            said |= {"kind": "reactions", "urls": [POST], "connection_id": connection("apify"), "actor": None}
        case "jobs/enrichment":
            said |= {"connection_id": connection("apify")}
        case "jobs/sync":
            said |= {"connection_id": connection("campaign_manager")}
        case "reports":
            said |= {"campaigns": [some("campaigns", number)], "personas": None, "group_id": None, "first_day": None, "last_day": None}
        case "ads" | "ads/{id}":
            said |= {"start_date": None, "end_date": None, "click_url": None}
    return body | said


@schemathesis.hook
def before_call(context, case, kwargs):
    """Every second call that is to be good is of something that there is, and means it."""
    number = next(turn)
    is_good = case.meta is not None and case.meta.generation.mode.is_positive
    # What goes from one call to the next speaks of what the first has made.
    if not is_good or number % 2 or case.meta.phase.name.value == "stateful":
        return
    path = case.operation.path
    deletes = case.method.upper() == "DELETE"
    if deletes and len(case.path_parameters) == 2:
        case.path_parameters |= paired(path, case.path_parameters)
        return
    for name in case.path_parameters or {}:
        noun = path.split("/")[3] if name == "id" else NOUNS.get(name)
        if noun is None:
            continue
        if deletes and len(ids(noun)) > 10:
            case.path_parameters[name] = ids(noun).pop()
        elif ids(noun):
            case.path_parameters[name] = some(noun, number)
    if path == "/api/v1/engagements" and case.method.upper() == "POST":
        event = {"post_url": POST, "engagement_type": "reaction", "reaction_type": "like", "person": {"linkedin_url": PROFILE}}
        case.body = json.dumps(event)
    elif isinstance(case.body, dict):
        case.body = meant(path, case.body, number)


@schemathesis.serializer("application/x-ndjson")
def ndjson(ctx, value):
    """Lines go as they are."""
    return value if isinstance(value, bytes) else str(value).encode()
