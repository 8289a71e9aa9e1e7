#!/usr/bin/env python3
"""A home's bargaining agent for VPP Workbench, protocol vpp-agent/1. Standard library only.

A Boulware bargainer (Faratin, Sierra, Jennings 1998): it asks the what-if tool what each quantity costs the home, sells the
one that gains most at the published price, opens high and concedes late, never below its reservation price.

    vpp run --agent "home-003=external:python3 docs/examples/agent.py" --out my-run

With --beta B another exponent: below 1 it holds out (Boulware), above 1 it gives in early (Conceder).
Standard output belongs to the protocol; anything to be read by a person goes to standard error.
"""
import argparse
import json
import math
import sys

SHARES = (1.0, 0.75, 0.5, 0.25)
LEAST_KW = 0.1


def send(**message):
    print(json.dumps(message), flush=True)


def receive():
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)
    return json.loads(line)


def cents_up(price):
    return math.ceil(price * 100 - 1e-7) / 100


class Home:
    def __init__(self, beta):
        self.beta = beta
        self.floor = 0.0
        self.known = {}  # what-if results of the opportunity at hand, by kW

    def hello(self, message):
        self.floor = message["wishes"]["priceFloorUsdPerMwh"] or 0.0
        send(type="hello", protocol="vpp-agent/1", name="Boulware example")

    def what_if(self, turn, kw=None):
        """What a promise of kw would do to the home; without kw, the most it could promise."""
        if kw not in self.known:
            question = {"type": "what_if", "turn": turn}
            if kw is not None:
                question["kw"] = kw
            send(**question)
            answer = receive()
            while answer["type"] not in ("what_if_result", "error"):
                answer = receive()
            if answer["type"] == "error":
                return None
            self.known[kw] = answer
        return self.known[kw]

    def reservation(self, result, product):
        floor = self.floor if product == "ENERGY" else 0.0
        return cents_up(max(result["reservationUsdPerMwh"], floor, 0.0))

    def best(self, message):
        """The quantity that gains most at the highest price that can be paid, or None."""
        turn, opportunity = message["turn"], message["opportunity"]
        most = self.what_if(turn)
        if most is None or most["deliverableKw"] < LEAST_KW:
            return None
        top = min(most["deliverableKw"], opportunity["requiredKw"])
        found = []
        for share in SHARES:
            result = self.what_if(turn, top * share)
            if result is not None and result["deliverableKw"] >= LEAST_KW:
                gain = message["topUsdPerMwh"] * result["deliverableKw"] / 1000 - result["costUsd"]
                found.append((gain, result))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def ask(self, message, least):
        """Opens at the published price and comes down to the reservation price in the last round."""
        rounds = max(message["deadlineRound"] - 1, 1)
        passed = min(message["round"] - 1, rounds) / rounds
        opening = max(message["topUsdPerMwh"], least)
        return max(cents_up(opening + passed ** (1 / self.beta) * (least - opening)), least)

    def reply(self, message):
        kind, turn = message["type"], message["turn"]
        product = message["opportunity"]["product"]
        if kind == "call_for_proposals":
            self.known = {}
            best = self.best(message)
            if best is None:
                return dict(type="refuse", turn=turn, reason="NOT_DELIVERABLE")
            least = self.reservation(best, product)
            if least > message["topUsdPerMwh"]:
                return dict(type="refuse", turn=turn, reason="NOT_WORTHWHILE")
            return dict(type="propose", turn=turn, kw=best["deliverableKw"], usdPerMwh=self.ask(message, least))
        own = message["ownAsk"]
        if own is None:
            return dict(type="withdraw", turn=turn)
        mine = self.what_if(turn, own["kw"])
        if mine is None:
            return dict(type="withdraw" if kind == "last_word" else "stand", turn=turn)
        ask = min(self.ask(message, self.reservation(mine, product)), own["usdPerMwh"])
        if kind == "ask_stands":
            if own["usdPerMwh"] - ask < 0.01:
                return dict(type="stand", turn=turn)
            return dict(type="propose", turn=turn, kw=own["kw"], usdPerMwh=ask)
        bid = message["counter"]
        result = self.what_if(turn, bid["kw"])
        good = result is not None and result["deliverableKw"] >= bid["kw"] - 1e-9
        least = self.reservation(result, product) if good else math.inf
        if kind == "last_word":
            return dict(type="accept" if bid["usdPerMwh"] >= least else "reject", turn=turn)
        if bid["usdPerMwh"] >= max(least, self.ask(message, least) if good else math.inf):
            return dict(type="accept", turn=turn)
        return dict(type="counter", turn=turn, kw=own["kw"], usdPerMwh=ask,
                    rationale="I hold out: time is on my side.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--beta", type=float, default=0.3)
    home = Home(parser.parse_args().beta)
    last = None
    while True:
        message = receive()
        kind = message["type"]
        if kind == "hello":
            home.hello(message)
        elif kind == "bye":
            return
        elif kind in ("call_for_proposals", "counter_offer", "ask_stands", "last_word"):
            last = message
            send(**home.reply(message))
        elif kind == "verdict":
            # The gate refused the reply: say so where a person sees it, and take no risk the second time.
            print("refused:", message["check"], message["detail"], file=sys.stderr, flush=True)
            safe = {"call_for_proposals": "refuse", "last_word": "reject"}.get(last["type"], "stand")
            send(type=safe, turn=message["turn"])
        elif kind == "day":
            print("%s: paid %.2f $ for %.2f kWh" % (message["date"], message["paymentUsd"], message["deliveredKwh"]),
                  file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
