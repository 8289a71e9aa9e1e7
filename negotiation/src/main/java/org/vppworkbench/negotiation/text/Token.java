package org.vppworkbench.negotiation.text;

/**
 * A word, a number or a single sign.
 *
 * @param kind which of them
 * @param raw as written
 * @param form lower case without accents
 * @param from first character in the folded text
 * @param to behind the last character
 * @param glued whether nothing stands between this and the token before
 */
record Token(Kind kind, String raw, String form, int from, int to, boolean glued) {
    enum Kind {
        WORD,
        NUMBER,
        SIGN,
        BREAK
    }

    boolean is(String word) {
        return form.equals(word);
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    Token corrected(String other) {
        return new Token(kind, raw, other, from, to, glued);
    }
}
