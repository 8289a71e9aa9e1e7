package org.vppworkbench.negotiation.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I need the car full on Thursday night, visitors come | I need the car full on (a day of the week) night, visitors come",
        "home again on 8/16 | home again on (a date)",
        "from 16/8 on | from (a date) on",
        "ab dem 16.8. wieder da, donnerstags nicht | ab dem (a date) wieder da, (a day of the week) nicht",
        "el mi\u00e9rcoles 16 de agosto | el (a day of the week) (a date)",
        "le 16 ao\u00fbt, un mercredi | le (a date), un (a day of the week)",
        "na quarta-feira, 16 de agosto | na (a day of the week), (a date)",
        "Aug 16 or 2023-08-16, Wed or so | (a date) or (a date), (a day of the week) or so",
        "all of August | all of (a date)",
        "8\u670816\u65e5\u661f\u671f\u4e09 | (a date)(a day of the week)",
        "Never below 20.5 % or 3 kW, from 7:30 to 21:00 | Never below 20.5 % or 3 kW, from 7:30 to 21:00",
        "You may sell when the sun shines, may you not? | You may sell when the sun shines, may you not?",
    })
    void datesAndDaysGoAndTheRestStays(String words, String left) {
        assertEquals(left, SpokenDates.struck(words));
    }

    @Test
    void noFormOfARandomDayIsLeft() {
        SplittableRandom random = new SplittableRandom(816);
        List<Locale> languages = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN, Locale.of("es"), Locale.of("nl"));
        List<String> forms = List.of("M/d", "MM/dd", "d/M", "d.M.yyyy", "yyyy-MM-dd", "MMMM d", "d MMMM", "EEEE", "EEEE, d MMMM yyyy");
        for (int i = 0; i < 500; i++) {
            LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365));
            for (Locale language : languages) {
                String form = forms.get(random.nextInt(forms.size()));
                String said = day.format(DateTimeFormatter.ofPattern(form, language));
                String left = SpokenDates.struck("x " + said + " y");
                String rest = left.replace("(a date)", "").replace("(a day of the week)", "");
                assertFalse(rest.matches(".*\\d.*"), form + ": " + said + " -> " + left);
                String weekday = DayOfWeek.from(day).getDisplayName(TextStyle.FULL, language);
                assertFalse(rest.contains(weekday), form + ": " + said + " -> " + left);
            }
        }
    }
}
