package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recognised within a sentence, by table: the text, its language, the items that are found. */
class ItemsTest {
    private static String items(String text, Language language) {
        List<Token> tokens = HanNumbers.plain(Tokenizer.tokens(SourceText.of(text).text()));
        return Tokenizer.sentences(tokens).stream()
                .flatMap(sentence -> new Tagger(language, Gazetteer.standard()).items(sentence).stream())
                .filter(item -> !item.tag().isEmpty())
                .map(ItemsTest::shown)
                .collect(Collectors.joining(" "));
    }

    private static String shown(Item item) {
        Product product = item.product();
        if (product != null) {
            return product.name().replace(' ', '_') + "/" + (product.capacityKwh() == null ? "-" : Claims.shortest(product.capacityKwh()));
        }
        if (!item.days().isEmpty()) {
            return TripRules.days(item.days()).replace(',', '+');
        }
        return switch (item.tag()) {
            case "T" -> Claims.time((int) item.value());
            case "TR" -> Claims.time((int) item.value()) + "-" + Claims.time((int) item.second());
            default -> item.tag() + Claims.shortest(Math.round(item.value() * 1e6) / 1e6);
        };
    }

    private static void check(String language, String text, String expected) {
        assertEquals(expected == null ? "" : expected, items(text, Language.valueOf(language)), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | it is three quarters full         | PCT0.75
            EN | two-fifths charged                | PCT0.4
            EN | keep a fifth                      | PCT0.2
            EN | keep 1/4 of it                    | PCT0.25
            EN | now .8 full                       | PCT0.8
            EN | three parts in four               | PCT0.75
            EN | half-full                         | PCT0.5
            EN | a third one came                  | N1
            EN | 24/7                              | N24 N7
            EN | a 1/2 inch pipe                   | N1 N2
            EN | 1/2 kWh                           | E0.5
            EN | 6-1/2 kW                          | P6.5
            EN | three quarters of a kilowatt      | P0.75
            DE | zwei Drittel bleiben              | PCT0.666667
            DE | um halb acht                      | 07:30
            DE | dreiviertel voll                  | PCT0.75
            ES | la mitad de la carga              | PCT0.5
            FR | les trois quarts                  | PCT0.75
            """)
    void shares(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | thirty-six kWh                    | E36
            EN | nineteen point nine kW            | P19.9
            EN | four point two five kW            | P4.25
            EN | three hundred fifty watts         | P0.35
            EN | a hundred percent                 | PCT1
            EN | SE10000H inverter                 |
            EN | inv 7k6                           | P7.6
            EN | 12,000 VA                         | P12
            EN | 0.0068 megawatts                  | P6.8
            EN | 9,900 watts direct current        | PDC9.9
            EN | no more than once                 |
            DE | einundzwanzig kWh                 | E21
            DE | dreieinhalb kW                    | P3.5
            DE | zwölf Komma fünf kWp              | PDC12.5
            DE | 1.825 kWh                         | E1825
            DE | dreihundertfünfzig kWh            | E350
            ES | treinta y cinco kWh               | E35
            ES | trece coma cinco kWh              | E13.5
            FR | quatre-vingt-dix pour cent        | PCT0.9
            FR | treize virgule cinq kWh           | E13.5
            FR | très bien                         |
            IT | dieci virgola due kWh             | E10.2
            IT | ventidue pannelli                 | N22
            PT | vinte e cinco kWh                 | E25
            NL | dertien kWh                       | E13
            """)
    void numbers(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | two dimes a kilowatt hour         | PR0.2
            EN | a quarter a kWh                   | PR0.25
            EN | a buck per 4 kWh                  | PR0.25
            EN | a dime                            | PR0.1
            EN | 35¢                               | PR0.35
            EN | $.26                              | M0.26
            EN | 0.5 dollars per 1000 Wh           | PR0.5
            DE | 28 Cent                           | PR0.28
            DE | 0,20 € pro kWh                    | EURO0.2
            EN | the 10C battery                   | Enphase_IQ_Battery_10C/10
            """)
    void money(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | out 0700 back 1900                | 07:00 19:00
            EN | 0730/1810                         | 07:30 18:10
            EN | until 2009                        | N2009
            EN | gone 5:30a, home by 6p            | 05:30 18:00
            EN | a 24A/240V plug                   | A24 V240
            EN | leaves at 7.30                    | 07:30
            EN | leave quarter of nine             | 08:45
            EN | at ten to midnight                | 23:50
            EN | at 15 minutes past ten at night   | 22:15
            DE | Viertel vor sechs abends          | 17:45
            DE | fünf vor halb acht                | 07:25
            FR | à 7h30                            | 07:30
            FR | à sept heures vingt               | 07:20
            ES | a las siete y cuarto              | 07:15
            ES | a las ocho menos diez             | 07:50
            PT | às sete e meia                    | 07:30
            IT | alle sette e trenta               | 07:30
            """)
    void times(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | from ten at night till half past six      | 22:00-06:30
            EN | 11pm-7am                                  | 23:00-07:00
            EN | quiet 22-06                               | 22:00-06:00
            EN | between midnite and 4am                   | 00:00-04:00
            EN | 1:30 to 4                                 | 01:30-04:00
            EN | 5.15 to 6 am                              | 05:15-06:00
            EN | 20-22h + 6-7h                             | 20:00-22:00 06:00-07:00
            EN | 8-9:30p                                   | 20:00-21:30
            EN | five thirty to six fifteen                | 05:30-06:15
            EN | the 90 minutes that start at 19:45        | H1.5 19:45-21:15
            EN | 5 to 6 kW                                 | P5
            EN | takes 6-7h                                | H6
            EN | 12-16-2024                                | N12 N16 N2024
            DE | zwischen 12 und 14 Uhr                    | 12:00-14:00
            DE | 7 bis 9 abends                            | 19:00-21:00
            ES | de 1 a 3 de la tarde                      | 13:00-15:00
            ES | entre las 5 y las 9 de la noche           | 17:00-21:00
            FR | de 22 h à 6 h                             | 22:00-06:00
            ZH | 中午11点到下午2点                            | 11:00-14:00
            """)
    void ranges(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | gone M/W/F                        | MO+WE+FR
            EN | MWF only                          | MO+WE+FR
            EN | days TU TH SA                     | TU+TH+SA
            EN | Mo-Sa                             | MO+TU+WE+TH+FR+SA
            EN | M–Th                              | MO+TU+WE+TH
            EN | Tue+Fri                           | TU+FR
            EN | 7 days a week                     | MO+TU+WE+TH+FR+SA+SU
            EN | school days                       | MO+TU+WE+TH+FR
            EN | every day but Sunday              | MO+TU+WE+TH+FR+SA
            EN | weekdays and Saturdays            | MO+TU+WE+TH+FR+SA
            EN | we do so, me too                  |
            EN | he sat there                      |
            ES | lunes a sábado                    | MO+TU+WE+TH+FR+SA
            DE | alle Tage außer Sonntag           | MO+TU+WE+TH+FR+SA
            FR | mon gendre                        |
            ZH | 周一到周五                          | MO+TU+WE+TH+FR
            """)
    void days(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | the second generation Powerwall           | Tesla_Powerwall_2/13.5
            EN | Powerwall, 3rd gen                        | Tesla_Powerwall_3/13.5
            EN | a Leaf 40 kWh                             | Nissan_Leaf/- E40
            EN | an Ioniq 6                                | Hyundai_Ioniq_6/-
            EN | the Ioniq 5, the Long Range one           | Hyundai_Ioniq_5_Long_Range/74 N1
            EN | EP Cube 19.9                              | Canadian_Solar_EP_Cube_19.9/19.9
            EN | an ID. Buzz                               | Volkswagen_ID._Buzz/77
            EN | BMW i4 eDrive40                           | BMW_i4/80.7
            EN | an i4                                     | BMW_i4/-
            ZH | 特斯拉 Powerwall 3                          | Tesla_Powerwall_3/13.5
            """)
    void products(String language, String text, String expected) {
        check(language, text, expected);
    }
}
