#!/usr/bin/env python3
"""The optimum of a run by another solver, on a formulation of its own.

    python3 docs/check/independent_optimum.py BUNDLE [BUNDLE ...]

Needs Python 3.9 and scipy 1.9 or newer (HiGHS is part of scipy). Not part of the build, and no code of the workbench is
used: what is read is inputs.json of a bundle, and baseline.json for the comparison; the mathematics is docs/model.md,
sections 2, 3 and 5, written down row by row. A bundle may be any folder with an inputs.json (format vpp-inputs/1).

Printed per program: the optimum of HiGHS, objective and certified upper bound of the workbench, and two differences:
objective - HiGHS must not be above rounding, upper bound - HiGHS not below it. The exit code is 1 where the bound is too
low, where a point claims more than the optimum, or where a result that calls itself OPTIMAL is further away than its own
tolerance; 2 where something could not be read or solved.
"""

import argparse
import json
import math
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from scipy.optimize import linprog
from scipy.sparse import coo_matrix

HOURS = 0.25  # length of an interval
PRODUCTS = ("energy", "spin", "nonSpin")
RESERVES = ("spin", "nonSpin")
MODES = ("home", "aware", "blind")


class Program:
    """Maximise profit over columns within bounds, under rows that are equal to or at most their right-hand side."""

    def __init__(self):
        self.profit, self.bounds, self.constant = [], [], 0.0
        self.rows = {"equal": ([], [], [], []), "at most": ([], [], [], [])}

    def column(self, low=0.0, high=math.inf, profit=0.0):
        self.profit.append(profit)
        self.bounds.append((low, high))
        return len(self.profit) - 1

    def row(self, kind, terms, right):
        lines, columns, values, rights = self.rows[kind]
        for column, value in terms:
            lines.append(len(rights))
            columns.append(column)
            values.append(value)
        rights.append(right)

    def solve(self):
        matrices = {}
        for kind, (lines, columns, values, rights) in self.rows.items():
            shape = (len(rights), len(self.profit))
            matrices[kind] = coo_matrix((values, (lines, columns)), shape=shape).tocsr() if rights else None
        result = linprog(
            [-p for p in self.profit],
            A_ub=matrices["at most"], b_ub=self.rows["at most"][3] or None,
            A_eq=matrices["equal"], b_eq=self.rows["equal"][3] or None,
            bounds=self.bounds, method="highs")
        return result.message if result.status != 0 else self.constant - result.fun


class Fleet:
    """The program of a mode, home by home."""

    def __init__(self, inputs, mode):
        self.lp = Program()
        self.n = inputs["intervals"]
        self.prices = inputs["prices"]
        self.required = inputs["requiredKw"]
        self.called = set(inputs["calledIntervals"])
        self.wishes = mode != "blind"
        self.market = mode != "home"
        begin = datetime.fromisoformat(inputs["start"].replace("Z", "+00:00"))
        zone = ZoneInfo(inputs["zone"])
        self.day = [(begin + t * timedelta(hours=HOURS)).astimezone(zone).date() for t in range(self.n)]
        self.sold = {product: [[] for _ in range(self.n)] for product in PRODUCTS}
        for home in inputs["prosumers"]:
            self.home(home)
        for product, intervals in self.sold.items():
            for t, columns in enumerate(intervals):
                if columns:
                    self.lp.row("at most", [(c, 1) for c in columns], self.wanted(product, t))

    def wanted(self, product, t):
        traded = self.market and self.prices[product] is not None
        return self.required[product][t // 4] if traded else 0.0

    def price(self, series, t):
        """In $/kWh."""
        return 0.0 if self.prices[series] is None else self.prices[series][t] / 1000

    def home(self, home):
        lp, n = self.lp, self.n
        hard = home.get("hard", {}) if self.wishes else {}
        soft = home.get("soft", []) if self.wishes else []
        battery, car = home.get("bess"), home.get("ev")
        closed = set(hard.get("blackoutIntervals") or ())
        floor = []
        into = [[] for _ in range(n)]  # columns of power into devices
        out = [[] for _ in range(n)]  # and out of them
        charge = discharge = stored = None
        if battery:
            floor = self.floors(battery, hard)
            charge, discharge, stored = self.storage(
                home, battery["initialKwh"], floor[1:], battery["maxKwh"], [battery["chargeKw"]] * n,
                [battery["dischargeKw"]] * n, battery["etaCharge"], battery["etaDischarge"], battery["degradationPerKwh"],
                [0.0] * n, into, out)
        energy = None
        if car:
            least = [car["minKwh"]] * n
            for due in hard.get("evReady") or ():
                if due["interval"] > 0:
                    least[due["interval"] - 1] = max(least[due["interval"] - 1], due["kwh"])
            plugged = [1.0 if p else 0.0 for p in car["plugged"]]
            _, _, energy = self.storage(
                home, car["initialKwh"], least, car["capacityKwh"], [car["chargeKw"] * p for p in plugged],
                [car["v2gKw"] * p for p in plugged], car["eta"], car["eta"], car["degradationPerKwh"], car["drivenKwh"],
                into, out)

        paid_off = [sum(s["usdPerUnit"] for s in soft if s["type"] == "BlackoutWindow" and t in s["intervals"])
                    for t in range(n)]
        wholesale = []  # per interval: columns of energy sold and reserve delivered in a call
        delivered = []  # per interval: reserve delivered in a call
        for t in range(n):
            sales, calls = [], []
            if (battery or car) and t not in closed and self.wanted("energy", t) > 0:
                sales.append(lp.column(profit=HOURS * (self.price("energy", t) - paid_off[t])))
                self.sold["energy"][t] += sales
            held = []
            for product in RESERVES:
                if not battery or t in closed or not self.wanted(product, t) > 0:
                    continue
                now = t in self.called
                held.append(lp.column(profit=0.0 if now else HOURS * self.price(product, t)))
                self.sold[product][t].append(held[-1])
                if now:
                    worth = self.price(product, t) + self.price("realTime", t) - paid_off[t]
                    calls.append(lp.column(profit=HOURS * worth))
                    lp.row("at most", [(calls[-1], 1), (held[-1], -1)], 0)
            wholesale.append(sales + calls)
            delivered.append(calls)
            lp.row("at most", [(c, 1) for c in sales + calls] + [(c, -1) for c in out[t]], 0)
            if held:
                self.reserve(battery, min(floor[t], floor[t + 1]), t, held, charge, discharge, stored, delivered)
            self.meter(home, t, into[t], out[t], wholesale[t])

        self.caps(wholesale, hard.get("dailyDischargeCapKwh"), hard.get("dailyDischargeCapChanges", []), None)
        for wish in soft:
            self.soft(wish, stored, energy, car, wholesale)

    def floors(self, battery, hard):
        """What the battery keeps at the start of each interval and at the end: the higher of the floors on both sides."""
        asked = [hard.get("reserveFloorKwh") or 0.0] * self.n
        for change in hard.get("reserveFloorChanges") or ():
            asked[change["interval"]:] = [change["kwh"]] * (self.n - change["interval"])
        asked = [max(battery["minKwh"], kwh) for kwh in asked]
        return [max(asked[max(0, t - 1)], asked[min(t, self.n - 1)]) for t in range(self.n + 1)]

    def storage(self, home, initial, least, most, charge_kw, discharge_kw, eta_in, eta_out, wear, driven, into, out):
        lp, n, worth = self.lp, self.n, home["endValuePerKwh"]
        lp.constant -= worth * initial
        charge = [lp.column(high=charge_kw[t]) for t in range(n)]
        discharge = [lp.column(high=discharge_kw[t], profit=-wear * HOURS) for t in range(n)]
        stored = [lp.column(least[t], most, worth if t == n - 1 else 0.0) for t in range(n)]
        for t in range(n):
            balance = [(stored[t], 1), (charge[t], -eta_in * HOURS), (discharge[t], HOURS / eta_out)]
            before = [(stored[t - 1], -1)] if t > 0 else []
            lp.row("equal", balance + before, -driven[t] + (initial if t == 0 else 0.0))
            if charge_kw[t] > 0 and discharge_kw[t] > 0:
                lp.row("at most", [(charge[t], 1 / charge_kw[t]), (discharge[t], 1 / discharge_kw[t])], 1)
            into[t].append(charge[t])
            out[t].append(discharge[t])
        return charge, discharge, stored

    def reserve(self, battery, floor, t, held, charge, discharge, stored, delivered):
        """Power, and outside calls energy for half an hour; what the hour's calls took counts as held."""
        power = [(discharge[t], 1), (charge[t], -1)] + [(c, -1) for c in delivered[t]] + [(c, 1) for c in held]
        self.lp.row("at most", power, battery["dischargeKw"])
        if t in self.called:
            return
        eta = battery["etaDischarge"]
        test = [(c, 0.5 / eta) for c in held]
        test += [(c, -HOURS / eta) for before in range(t - t % 4, t) for c in delivered[before]]
        if t > 0:
            self.lp.row("at most", test + [(stored[t - 1], -1)], -floor)
        else:
            self.lp.row("at most", test, battery["initialKwh"] - floor)

    def meter(self, home, t, into, out, wholesale):
        lp = self.lp
        imported = lp.column(profit=-home["importPrice"][t] * HOURS)
        exported = lp.column(profit=home["exportPrice"][t] * HOURS)
        curtailed = lp.column(high=home["pvKw"][t])
        fixed = home["pvKw"][t] - home["loadKw"][t]
        net = [(c, 1) for c in out] + [(c, -1) for c in into] + [(curtailed, -1)]
        lp.row("equal", [(exported, 1), (imported, -1)] + [(c, 1) for c in wholesale] + [(c, -v) for c, v in net], fixed)
        lp.row("at most", net, home["exportLimitKw"] - fixed)
        lp.row("at most", [(c, -v) for c, v in net], home["importLimitKw"] + fixed)

    def caps(self, wholesale, first, changes, price):
        for day in sorted(set(self.day)):
            limit = first
            for change in changes:
                if self.day[change["interval"]] <= day:
                    limit = change["kwh"]
            if limit is None:
                continue
            terms = [(c, HOURS) for t in range(self.n) if self.day[t] == day for c in wholesale[t]]
            above = [] if price is None else [(self.lp.column(profit=-price), -1)]
            self.lp.row("at most", terms + above, limit)

    def soft(self, wish, stored, energy, car, wholesale):
        kind, price, lp = wish["type"], wish["usdPerUnit"], self.lp
        if kind == "ReserveFloor" and stored:
            for t in range(self.n):
                lp.row("at most", [(stored[t], -1), (lp.column(profit=-price * HOURS), -1)], -wish["limit"])
        elif kind == "EvReadyBy" and car:
            t, missing = wish["interval"], lp.column(profit=-price)
            if t == 0:
                lp.row("at most", [(missing, -1)], car["initialKwh"] - wish["limit"])
            else:
                lp.row("at most", [(energy[t - 1], -1), (missing, -1)], -wish["limit"])
        elif kind == "DailyDischargeCap":
            self.caps(wholesale, wish["limit"], wish.get("changes", []), price)
        elif kind not in ("ReserveFloor", "EvReadyBy", "BlackoutWindow"):
            raise ValueError(f"soft preference {kind} is not known here")


def compare(bundle):
    """Prints a line per mode; 0 where all agree."""
    inputs = json.loads((bundle / "inputs.json").read_text())
    if inputs.get("format") != "vpp-inputs/1":
        raise ValueError(f"format {inputs.get('format')} is not vpp-inputs/1")
    path = bundle / "baseline.json"
    baseline = json.loads(path.read_text()) if path.exists() else {}
    verdict = 0
    for mode in MODES:
        optimum = Fleet(inputs, mode).lp.solve()
        name = f"{bundle.name}  {mode:5}"
        if isinstance(optimum, str):
            print(f"{name}  HiGHS found no optimum: {optimum}")
            verdict = 2
            continue
        known = baseline.get(mode)
        if known is None or known.get("objective") is None:
            print(f"{name}  HiGHS {optimum:.6f}  no objective in baseline.json")
            continue
        below = known["objective"] - optimum
        above = known["upperBound"] - optimum
        rounding = 1e-6 * max(1.0, abs(optimum))
        reached = known["status"] != "OPTIMAL" or -below <= known["tolerance"] * known["yardstick"] + rounding
        agrees = below <= rounding and above >= -rounding and reached
        verdict = verdict or (0 if agrees else 1)
        print(f"{name}  HiGHS {optimum:.6f}  objective {known['objective']:.6f} ({below:+.1e})  "
              f"upper bound {known['upperBound']:.6f} ({above:+.1e})  {known['status']}  {'agrees' if agrees else 'DIFFERS'}")
    return verdict


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bundle", nargs="+", type=Path, help="folder with inputs.json and baseline.json")
    worst = 0
    for bundle in parser.parse_args().bundle:
        try:
            worst = max(worst, compare(bundle))
        except (OSError, ValueError, KeyError, TypeError) as problem:
            print(f"{bundle}: {type(problem).__name__}: {problem}", file=sys.stderr)
            worst = 2
    return worst


if __name__ == "__main__":
    sys.exit(main())
