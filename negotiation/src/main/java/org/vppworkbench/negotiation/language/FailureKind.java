package org.vppworkbench.negotiation.language;

/** Why a model gave no usable text. */
public enum FailureKind {
    NO_KEY("no key"),
    UNAUTHORISED("the key was refused"),
    UNKNOWN_MODEL("the model is not known there"),
    BAD_REQUEST("the request was refused"),
    RATE_LIMITED("too many requests"),
    SERVER_ERROR("the server failed"),
    TIMEOUT("no answer in time"),
    UNREACHABLE("the server was not reached"),
    CUT_REPLY("the answer broke off or was not readable"),
    BLOCKED_PROMPT("the provider blocked the prompt"),
    SAFETY("the provider withheld the answer"),
    TRUNCATED("the answer hit the token limit"),
    EMPTY("the answer was empty"),
    BUDGET("the budget is spent"),
    NOT_ON_TAPE("the request is not on the tape");

    private final String words;

    FailureKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether asking the same again may help. */
    public boolean passing() {
        return switch (this) {
            case RATE_LIMITED, SERVER_ERROR, TIMEOUT, UNREACHABLE, CUT_REPLY -> true;
            default -> false;
        };
    }
}
