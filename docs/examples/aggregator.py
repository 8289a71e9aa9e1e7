#!/usr/bin/env python3
"""A small aggregator agent for VPP Workbench, protocol vpp-agent/1. Standard library only.

It asks the coalition tool which asks are worth having, accepts those within its limit, and counters the others at its limit,
which rises from 40 % to 90 % of the published price over the rounds.

    vpp run --agent "aggregator=external:python3 docs/examples/aggregator.py" --out my-run
"""
import json
import math
import sys

FIRST, LAST = 0.4, 0.9


def send(**message):
    print(json.dumps(message), flush=True)


def receive():
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)
    return json.loads(line)


def coalition(turn, value):
    """The standing asks that pay off where a MWh is worth so much, and how much of each."""
    send(type="coalition", turn=turn, valueUsdPerMwh=value)
    answer = receive()
    while answer["type"] not in ("coalition_result", "error"):
        answer = receive()
    return {} if answer["type"] == "error" else {m["home"]: m["kw"] for m in answer["members"]}


def actions(message):
    closing = message["type"] == "last_word"
    passed = 1.0 if closing else (message["round"] - 1) / max(message["deadlineRound"] - 1, 1)
    limit = math.floor((FIRST + passed * (LAST - FIRST)) * message["topUsdPerMwh"] * 100) / 100
    asks = {p["home"]: p["ask"] for p in message["positions"] if p["stage"] == "ASKED" and p["ask"]}
    # Asks above the published price are openings: they may still come down.
    dearest = max([message["opportunity"]["forecastUsdPerMwh"]] + [a["usdPerMwh"] for a in asks.values()])
    wanted = coalition(message["turn"], limit if closing else dearest)
    replies = []
    for home, ask in asks.items():
        kw = wanted.get(home, 0.0)
        whole = kw >= ask["kw"] - 1e-9
        if kw <= 0.01:
            if closing:
                replies.append(dict(home=home, action="reject"))
        elif whole and ask["usdPerMwh"] <= limit:
            replies.append(dict(home=home, action="accept"))
        else:
            part = ask["kw"] if whole else max(math.floor(kw * 1000) / 1000, ask["minKw"])
            if part > 0:
                replies.append(dict(home=home, action="counter", kw=part, usdPerMwh=min(limit, ask["usdPerMwh"])))
    return replies


def main():
    while True:
        message = receive()
        kind = message["type"]
        if kind == "hello":
            send(type="hello", protocol="vpp-agent/1", name="small aggregator")
        elif kind == "bye":
            return
        elif kind in ("offers", "last_word"):
            send(type="reply", turn=message["turn"], actions=actions(message))
        elif kind == "verdict":
            print("refused:", message["check"], message["detail"], file=sys.stderr, flush=True)
            send(type="reply", turn=message["turn"], actions=[])


if __name__ == "__main__":
    main()
