package org.vppworkbench.model.fleet;

/**
 * Retail plans. A roof is on {@code TOU_D_4_9PM_NEM2} or, of the later vintage, on {@code TOU_D_PRIME_NBT}; batteries are
 * commoner in the later vintage. A home without a roof has any plan.
 */
public record TariffMix(
        @Quantity(meaning = "share of roofs on the net billing tariff", min = 0, max = 1, source = "assumption")
        double nbtShareOfRoofs,
        @Quantity(
                meaning = "share of NEM 2.0 roofs with a battery, for the odds ratio only",
                min = 0.001, max = 0.999, source = "S29")
        double attachmentNem2,
        @Quantity(
                meaning = "share of NBT roofs with a battery, for the odds ratio only",
                min = 0.001, max = 0.999, source = "S29")
        double attachmentNbt,
        @Quantity(meaning = "share of homes without a roof on TOU-D-PRIME", min = 0, max = 1, source = "assumption")
        double primeWithoutRoof,
        @Quantity(
                meaning = "share of homes without a roof on TOU-D-4-9PM; the rest is on the flat plan",
                min = 0, max = 1, source = "assumption")
        double fourToNineWithoutRoof) {}
