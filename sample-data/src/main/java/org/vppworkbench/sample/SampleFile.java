package org.vppworkbench.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/** A shipped data file with its origin. Its bytes are compared with the SHA-256 recorded here before they are used. */
enum SampleFile {
    DAY_AHEAD_LMP(
            "la-2023-08/caiso_lmp_dam_hourly_TH_SP15_GEN-APND_2023-08-15_2023-08-21.csv",
            "25dc9622c80a549c5012632b5c9ec9b92f85416309ce32ad8aa281658b1af27d",
            "California ISO, OASIS (PRC_LMP, DAM, TH_SP15_GEN-APND)",
            Terms.CAISO),
    REAL_TIME_LMP(
            "la-2023-08/caiso_lmp_rtm_hourly_avg_TH_SP15_GEN-APND_2023-08-15_2023-08-21.csv",
            "afc9e4302e9606c30be908a4aa3691ed1fbfee7193bcea2e8ff28c99c50a81c6",
            "California ISO, OASIS (PRC_INTVL_LMP, hourly means of the 5-minute prices, TH_SP15_GEN-APND)",
            Terms.CAISO),
    RESERVES(
            "la-2023-08/caiso_as_dam_spin_nonspin_SP26_2023-08-15_2023-08-21.csv",
            "20056cdea6a8b3bc6e6bee48a45588769f7a0c54f7ee9dc915afd89de1bf6dd4",
            "California ISO, OASIS (PRC_AS, DAM, SR and NR, regions of SP26)",
            Terms.CAISO),
    SOLAR_FORECAST(
            "la-2023-08/caiso_sp15_dam_solar_wind_forecast_hourly_2023-08-15_2023-08-21.csv",
            "8c3b5338471e8f28b77eeb59eb1508ea13df426867f365c047ddeb395096f14f",
            "California ISO, OASIS (SLD_REN_FCST, day-ahead, SP15), by way of yijint/RL_battery (BSD-3-Clause)",
            Terms.CAISO),
    LOAD_FORECAST(
            "la-2023-08/caiso_load_forecast_hourly_2023-08-15_2023-08-21.csv",
            "a5422519c727d806de16ffc56962cdf16c348dd315e54f651cdea58bdfebf914",
            "California ISO, OASIS (SLD_FCST, day-ahead, system), by way of yijint/RL_battery (BSD-3-Clause)",
            Terms.CAISO),
    EIA_DAY_AHEAD_2021(
            "eia-sp15/caiso_lmp_da_hourly_zones_2021-08-15_2021-08-21.csv",
            "1867d900a08bb4ce2a13b25869bdb0dcedd49638e082d7858ecc6bf0d9c050c0",
            Terms.EIA_DAY_AHEAD,
            Terms.EIA),
    EIA_REAL_TIME_2021(
            "eia-sp15/caiso_lmp_rt15min_zones_2021-08-15_2021-08-21.csv",
            "62707262c3e369141b9d06bed68f018730bf981911d6aa9e8998b0d6bec22465",
            Terms.EIA_REAL_TIME,
            Terms.EIA),
    EIA_DAY_AHEAD_2023(
            "eia-sp15/caiso_lmp_da_hourly_zones_2023-07-14_2023-07-20.csv",
            "5f65a1cdeec9099ed7fc3ef8b5c4e696dd50ccc5aecc9073bbf8d91055668cd9",
            Terms.EIA_DAY_AHEAD,
            Terms.EIA),
    EIA_REAL_TIME_2023(
            "eia-sp15/caiso_lmp_rt15min_zones_2023-07-14_2023-07-20.csv",
            "1d4c7cbdee8829afc648f40909db92840d272819804f2c936e3354be05f48e26",
            Terms.EIA_REAL_TIME,
            Terms.EIA),
    EIA_DAY_AHEAD_2024(
            "eia-sp15/caiso_lmp_da_hourly_zones_2024-08-15_2024-08-21.csv",
            "b902c26d3721e1904c2324008455ad21c04d4aa61e992592cdcaa76c4509f6e4",
            Terms.EIA_DAY_AHEAD,
            Terms.EIA),
    EIA_REAL_TIME_2024(
            "eia-sp15/caiso_lmp_rt15min_zones_2024-08-15_2024-08-21.csv",
            "a0bb143c0dcfb88d005584fe3b95ecd9eaf5f7a437e43fed70fa3a4b3d7d616a",
            Terms.EIA_REAL_TIME,
            Terms.EIA),
    LOAD(
            "la-2023-08/fontana_load_kwh_hourly_august.csv",
            "65fa5788169bbf81e816637a7f021bdd92767de2be0ff2dde144444baa53c839",
            "CityLearn Challenge 2022, 17 measured homes in Fontana CA, August 2016 (EPRI)",
            Terms.CITYLEARN),
    PV(
            "la-2023-08/fontana_solar_w_per_kw_hourly_august.csv",
            "8653d78bfb2e8a3654f320950d44e8b737bf343d92f1ec72c75832b8cb00f93a",
            "CityLearn Challenge 2022, measured inverter output of homes in Fontana CA, August 2016 (EPRI)",
            Terms.CITYLEARN),
    EXPORT_RATES(
            "la-2023-08/sce_nbt_2023_export_rates_simple_average_bundled.csv",
            "e1d434be2e74ba21e00bc258dfe1038ebad6b32c614b9a92587f71b63e91877c",
            "ACC_to_NBT_ECR (R. Mann), computed from the CPUC 2022 Avoided Cost Calculator",
            Terms.ACC),
    PRIME_2025(
            "la-2023-08/sce_tou_d_prime_2025_hourly_rates.csv",
            "2aed5b16f279dec678a1d50e29ad4dd142309b3b038e27e90a42c3daeb78ef75",
            "ACC_to_NBT_ECR (R. Mann), SCE TOU-D-PRIME of 2025",
            Terms.ACC),
    WEATHER(
            "la-2023-08/noaa_lax_hourly_2023-08.csv",
            "f11b25d6c761156798518789fc3c65f9db3f673285cf97b0b5e1e83c12763720",
            "NOAA Integrated Surface Database, Los Angeles International Airport",
            "public domain (U.S. government)"),
    LOS_ANGELES_20(
            "fleets/la-20.json",
            "b8ce352bdbf0151eb38a58d0d9d706a536a25f00bf1c5862f9cf97c1dd2a5ae2",
            "VPP Workbench, frozen default fleet: invented homes with devices sold in 2023",
            "Apache-2.0"),
    LOS_ANGELES_200(
            "fleets/la-200.json",
            "d68085bb1d9b479528bc9f123321bd48a9b7b6dd4bd67a9ba416a494d8e7d60c",
            "VPP Workbench, frozen generated fleet: invented homes with devices sold in 2023",
            "Apache-2.0");

    private static final class Terms {
        static final String CAISO = "CAISO site terms, no open licence stated; short attributed excerpt";
        static final String CITYLEARN = "MIT, (c) 2020 Jose Ramon Vazquez-Canteli, Intelligent Environments Laboratory";
        static final String EIA = "public domain (U.S. government), collected from California ISO";
        static final String EIA_DAY_AHEAD = "U.S. Energy Information Administration, Wholesale Electricity Market Data,"
                + " CAISO hubs, day-ahead hourly LMP";
        static final String EIA_REAL_TIME = "U.S. Energy Information Administration, Wholesale Electricity Market Data,"
                + " CAISO hubs, 15-minute real-time LMP";
        static final String ACC = "MIT, (c) 2023 Ryan Mann";
    }

    private final String path;
    private final String sha256;
    private final String source;
    private final String licence;

    SampleFile(String path, String sha256, String source, String licence) {
        this.path = path;
        this.sha256 = sha256;
        this.source = source;
        this.licence = licence;
    }

    String path() {
        return path;
    }

    /** Provenance of a series made from this file. */
    Provenance provenance(String series, SeriesKind kind, String note) {
        return new Provenance(series, kind, source, licence, path, sha256, note);
    }

    byte[] bytes() {
        try (InputStream in = SampleFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is missing from the installation");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + path + " cannot be read", e);
        }
    }

    /** A finding if {@code bytes} are not those whose SHA-256 was recorded. */
    Optional<Finding> tampered(byte[] bytes) {
        String found = sha256(bytes);
        if (found.equals(sha256)) {
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                path, "SHA-256 " + found, "the file is not the one this version was built with", "SHA-256 " + sha256
                        + "; reinstall"));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
