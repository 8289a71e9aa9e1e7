package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vppworkbench.negotiation.text.Described.field;
import static org.vppworkbench.negotiation.text.Described.reads;

import org.junit.jupiter.api.Test;

/** Wishes, trips and plans in words, each example worked out by hand. */
class WishWordsTest {
    @Test
    void reserves() {
        reads("Never let the battery go below 20%.", "pref.reserveFloor.share=0.2");
        reads("I insist on 6 hours of backup for 0.8 kW.", "pref.reserveFloor.kwh=4.8");
        reads("Keep 4 kWh in the battery for outages.", "pref.reserveFloor.kwh=4");
        reads("Please keep half of the battery for outages.", "pref.reserveFloor.share=0.5");
    }

    @Test
    void strengthFollowsTheWords() {
        assertEquals("HARD", field("You must always leave 30% in the battery.", HomeField.RESERVE_STRENGTH));
        assertEquals("SOFT", field("I would prefer to keep 30% in the battery.", HomeField.RESERVE_STRENGTH));
    }

    @Test
    void aCarThatMustBeReady() {
        reads("The car must be at 80% by 7 am on weekdays.",
                "pref.evReady.by=07:00 pref.evReady.days=MO,TU,WE,TH,FR pref.evReady.share=0.8");
        reads("I need the car full on Thursday by 9 pm.",
                "pref.evReady.by=21:00 pref.evReady.days=TH pref.evReady.share=1");
    }

    @Test
    void hoursInWhichNothingIsSold() {
        reads("Don't touch the battery between 5 and 8 pm.", "pref.blackout.from=17:00 pref.blackout.to=20:00");
        reads("No sales from 18:00 to 20:30.", "pref.blackout.from=18:00 pref.blackout.to=20:30");
        reads("Sales only between 4 pm and 9 pm.", "pref.blackout.from=21:00 pref.blackout.to=16:00");
        reads("Nobody should drain the battery after 9 pm or before 6 am.", "pref.blackout.from=21:00 pref.blackout.to=06:00");
    }

    @Test
    void quietHoursInOtherWords() {
        reads("No dispatch between 10 and 6, we're asleep.", "pref.blackout.from=22:00 pref.blackout.to=06:00");
        reads("Sales blackout 1530h to 1715h.", "pref.blackout.from=15:30 pref.blackout.to=17:15");
        reads("Not available 7-9am and 6-8pm.",
                "pref.blackout.from=07:00 pref.blackout.to=09:00 pref.blackout2.from=18:00 pref.blackout2.to=20:00");
        reads("The battery is off limits until 8 in the morning.", "pref.blackout.from=00:00 pref.blackout.to=08:00");
        reads("Don't discharge during dinner.", "pref.blackout.from=18:00 pref.blackout.to=20:00");
    }

    @Test
    void capsPricesAndEvents() {
        reads("Sell at most 6 kWh per day from the battery.", "pref.dailyCap.kwh=6");
        reads("At most one full cycle per day.", "pref.dailyCap.share=1");
        reads("I won't sell for less than 35 cents per kWh.", "pref.priceFloor.usdPerKwh=0.35");
        reads("Never sell under $300/MWh.", "pref.priceFloor.usdPerKwh=0.3");
        reads("No more than 2 events per day.", "pref.maxEvents.count=2");
    }

    @Test
    void trips() {
        reads("I leave for work at 7:30 and get home at 5:45, Monday to Friday.",
                "trip.arrival=17:45 trip.days=MO,TU,WE,TH,FR trip.departure=07:30");
        reads("The commute is 20 miles each way.", "trip.drivenKm=64.37376");
        reads("I drive 50 km a day at 20 kWh/100 km.", "trip.drivenKwh=10");
        reads("The car leaves at half past six.", "trip.departure=06:30");
    }

    @Test
    void consumptionTariffPlansAndStyle() {
        reads("We use 25 kWh per day.", "load.kwhPerDay=25");
        reads("Our house uses 9,125 kWh a year.", "load.kwhPerDay=25");
        reads("We are on TOU-D-PRIME.", "tariff=TOU_D_PRIME_NBT");
        reads("The battery is for backup only.", "homePlan=BACKUP_ONLY");
        reads("We charge the car overnight, off-peak only.", "carPlan=OFF_PEAK");
        reads("I'm a stubborn negotiator.", "style=BOULWARE");
    }

    @Test
    void aSentenceOfMilesIsNoSize() {
        reads("It has a range of 250 miles.", "");
    }
}
