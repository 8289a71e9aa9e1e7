package org.vppworkbench.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vppworkbench.app.io.download.StandIn;
import org.vppworkbench.app.io.download.Zips;

/** Services that publish invented prices in their real layouts, for whatever span they are asked. */
final class PublishedPrices {
    private static final DateTimeFormatter ASKED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm'-0000'", Locale.ROOT);
    private static final List<String> REGIONS =
            List.of("AS_CAISO", "AS_CAISO_EXP", "AS_NP26", "AS_NP26_EXP", "AS_SP26", "AS_SP26_EXP");

    private PublishedPrices() {}

    /** Day-ahead energy at a time [$/MWh]. */
    static double energy(Instant time) {
        return time.getEpochSecond() / 3600 % 97 + 0.25;
    }

    /** What each of the reserve regions adds [$/MW]; spin of SP26 is four times this. */
    static double region(Instant time) {
        return time.getEpochSecond() / 3600 % 7 / 4.0;
    }

    static Map<String, String> query(String target) {
        Map<String, String> query = new HashMap<>();
        for (String pair : target.substring(target.indexOf('?') + 1).split("&", -1)) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }

    /** Rows come in no order, as from the real service. */
    static StandIn.Answer oasis() {
        return oasis(Integer.MAX_VALUE);
    }

    /** At most {@code days} of each answer. */
    static StandIn.Answer oasis(int days) {
        return exchange -> {
            Map<String, String> query = query(exchange.getRequestURI().toString());
            Instant start = LocalDateTime.parse(query.get("startdatetime"), ASKED).toInstant(ZoneOffset.UTC);
            Instant asked = LocalDateTime.parse(query.get("enddatetime"), ASKED).toInstant(ZoneOffset.UTC);
            Instant most = start.plus(Duration.ofDays(days));
            Instant end = most.isBefore(asked) ? most : asked;
            boolean reserve = query.get("queryname").equals("PRC_AS");
            boolean quarters = query.get("queryname").equals("PRC_RTPD_LMP");
            List<String> rows = new ArrayList<>();
            for (Instant t = start; t.isBefore(end); t = t.plus(Duration.ofMinutes(quarters ? 15 : 60))) {
                rows.addAll(reserve ? reserves(t, query.get("anc_type")) : prices(t, query, quarters));
            }
            Collections.shuffle(rows, new java.util.Random(new SplittableRandom(7).nextLong()));
            String head = reserve
                    ? "INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,OPR_DT,OPR_HR,OPR_INTERVAL,OPR_TYPE,ANC_TYPE,ANC_REGION,"
                            + "MARKET_RUN_ID,XML_DATA_ITEM,MW,GROUP"
                    : "INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,OPR_DT,OPR_HR,NODE,MARKET_RUN_ID,LMP_TYPE,XML_DATA_ITEM,"
                            + "GRP_TYPE,POS," + (quarters ? "PRC" : "MW") + ",OPR_INTERVAL,GROUP";
            String text = head + "\n" + String.join("\n", rows) + "\n";
            StandIn.zip(Zips.of(query.get("startdatetime") + "_" + query.get("queryname") + ".csv", text)).send(exchange);
        };
    }

    private static List<String> prices(Instant t, Map<String, String> query, boolean quarters) {
        Instant end = t.plus(Duration.ofMinutes(quarters ? 15 : 60));
        LocalDateTime local = LocalDateTime.ofInstant(t, java.time.ZoneId.of("America/Los_Angeles"));
        List<String> rows = new ArrayList<>();
        for (String type : List.of("LMP,LMP_PRC," + energy(t), "MCE,LMP_ENE_PRC," + energy(t), "MCC,LMP_CONG_PRC,0", "MCL,LMP_LOSS_PRC,0")) {
            String[] parts = type.split(",", -1);
            rows.add(String.join(",", offset(t), offset(end), local.toLocalDate().toString(),
                    Integer.toString(local.getHour() + 1), query.get("node"), query.get("market_run_id"), parts[0], parts[1],
                    "ALL_APNODES", "0", parts[2], quarters ? Integer.toString(local.getMinute() / 15 + 1) : "0", "1"));
        }
        return rows;
    }

    private static List<String> reserves(Instant t, String product) {
        LocalDateTime local = LocalDateTime.ofInstant(t, java.time.ZoneId.of("America/Los_Angeles"));
        return REGIONS.stream()
                .map(name -> String.join(",", offset(t), offset(t.plus(Duration.ofHours(1))), local.toLocalDate().toString(),
                        Integer.toString(local.getHour() + 1), "0", "Hourly", product, name, "DAM",
                        product.equals("SR") ? "SP_CLR_PRC" : "NS_CLR_PRC", Double.toString(region(t)), "1"))
                .toList();
    }

    private static String offset(Instant t) {
        return t.toString().replace("Z", "-00:00");
    }

    /** A dataset of Grid Status in pages of 30 rows. */
    static StandIn.Answer gridStatus() {
        return exchange -> {
            String target = exchange.getRequestURI().toString();
            Map<String, String> query = query(target);
            Instant start = Instant.parse(query.get("start_time"));
            long hours = Duration.between(start, Instant.parse(query.get("end_time"))).toHours();
            boolean reserve = target.contains("caiso_as_prices");
            int page = Integer.parseInt(query.get("page"));
            List<String> all = new ArrayList<>();
            for (int i = 0; i < hours; i++) {
                Instant t = start.plus(Duration.ofHours(i));
                String times = "{\"interval_start_utc\":\"" + t + "\",\"interval_end_utc\":\"" + t.plus(Duration.ofHours(1)) + "\",";
                if (reserve) {
                    REGIONS.forEach(name -> all.add(times + "\"region\":\"" + name + "\",\"market\":\"DAM\","
                            + "\"non_spinning_reserves\":" + region(t) + ",\"spinning_reserves\":" + region(t) + "}"));
                } else {
                    all.add(times + "\"market\":\"DAY_AHEAD_HOURLY\",\"location\":\"" + query.get("filter_value")
                            + "\",\"location_type\":\"Trading Hub\",\"lmp\":" + energy(t) + ",\"energy\":" + energy(t)
                            + ",\"congestion\":0.0,\"loss\":0.0}");
                }
            }
            int from = Math.min(all.size(), 30 * (page - 1));
            int to = Math.min(all.size(), 30 * page);
            StandIn.json("{\"status_code\":200,\"data\":[" + String.join(",", all.subList(from, to))
                            + "],\"meta\":{\"page\":" + page + ",\"hasNextPage\":" + (to < all.size()) + "}}")
                    .send(exchange);
        };
    }

    /** A year of PVWatts whose hour i delivers (i mod 24) W per kWdc, and which repeats what it was asked, with the key. */
    static StandIn.Answer pvwatts() {
        return exchange -> {
            Map<String, String> query = query(exchange.getRequestURI().toString());
            double capacity = Double.parseDouble(query.get("system_capacity"));
            String ac = IntStream.range(0, 8760)
                    .mapToObj(i -> Double.toString(i % 24 * capacity))
                    .collect(Collectors.joining(","));
            String key = exchange.getRequestHeaders().getFirst("X-Api-Key");
            StandIn.json("{\"inputs\":{\"api_key\":\"" + key + "\",\"lat\":\"" + query.get("lat") + "\",\"system_capacity\":\""
                            + query.get("system_capacity") + "\"},\"errors\":[],\"warnings\":[],\"station_info\":{\"tz\":-8},"
                            + "\"outputs\":{\"ac\":[" + ac + "]}}")
                    .send(exchange);
        };
    }
}
