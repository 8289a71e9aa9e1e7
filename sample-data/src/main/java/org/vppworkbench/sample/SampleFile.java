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
