package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;

/** Writes Chinese numbers in digits: 十二 is 12, 百分之三十 is 30 %. Names of days and set words such as 统一 stay. */
final class HanNumbers {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String AFTER = "周期统单唯同第";
    private static final String COUNTED = "台块个次点點千百度辆刻天成瓦公英小%半分";
    private static final List<String> PERCENT = List.of("百", "分", "之");

    private HanNumbers() {}

    static List<Token> plain(List<Token> tokens) {
        List<Token> out = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            boolean percent = at + 3 < tokens.size()
                    && tokens.subList(at, at + 3).stream().map(Token::form).toList().equals(PERCENT);
            int from = percent ? at + 3 : at;
            int to = end(tokens, from);
            if (at + 1 < tokens.size() && tokens.get(at).is("一") && tokens.get(at + 1).is("半")) {
                half(tokens, at, out);
                at += 2;
                continue;
            }
            if (to > from && (percent || counts(tokens, from, to))) {
                out.add(digits(tokens, from, to));
                if (percent) {
                    out.add(new Token(Token.Kind.SIGN, "%", "%", tokens.get(to - 1).from(), tokens.get(to - 1).to(), true));
                }
                at = to;
            } else if (percent && from < tokens.size() && tokens.get(from).isNumber()) {
                out.add(tokens.get(from));
                out.add(new Token(Token.Kind.SIGN, "%", "%", tokens.get(from).from(), tokens.get(from).to(), true));
                at = from + 1;
            } else {
                out.add(tokens.get(at));
                at++;
            }
        }
        return out;
    }

    private static void half(List<Token> tokens, int at, List<Token> out) {
        out.add(new Token(Token.Kind.NUMBER, "50", "50", tokens.get(at).from(), tokens.get(at).to(), false));
        out.add(new Token(Token.Kind.SIGN, "%", "%", tokens.get(at + 1).from(), tokens.get(at + 1).to(), true));
    }

    private static int end(List<Token> tokens, int from) {
        int to = from;
        while (to < tokens.size() && tokens.get(to).form().length() == 1
                && (DIGITS + "两十百").contains(tokens.get(to).form())
                && !(to + 2 < tokens.size() && tokens.get(to).is("百") && tokens.get(to + 1).is("分"))) {
            to++;
        }
        return to;
    }

    private static boolean counts(List<Token> tokens, int from, int to) {
        boolean name = from > 0 && tokens.get(from - 1).form().length() == 1 && AFTER.contains(tokens.get(from - 1).form());
        return !name && to < tokens.size() && tokens.get(to).form().length() == 1 && COUNTED.contains(tokens.get(to).form());
    }

    private static Token digits(List<Token> tokens, int from, int to) {
        int total = 0;
        int last = -1;
        for (Token token : tokens.subList(from, to)) {
            switch (token.form()) {
                case "十", "百" -> {
                    total += Math.max(1, Math.max(0, last)) * (token.is("十") ? 10 : 100);
                    last = -1;
                }
                default -> last = token.is("两") ? 2 : DIGITS.indexOf(token.form());
            }
        }
        String value = Integer.toString(total + Math.max(0, last));
        return new Token(Token.Kind.NUMBER, value, value, tokens.get(from).from(), tokens.get(to - 1).to(), false);
    }
}
