package org.vppworkbench.negotiation.standin;

/** What can go wrong between an agent and its model. */
public enum Fault {
    HTTP_400(400, "the request is malformed"),
    /** As Gemini tells of a key it does not accept; the other forms say 401. */
    KEY_NOT_VALID(400, "API key not valid. Please pass a valid API key."),
    HTTP_401(401, "the key is missing or unknown"),
    HTTP_403(403, "the key may not use this model"),
    /** The error quotes the whole key that was sent, as careless servers do. */
    KEY_QUOTED(403, "the key may not use this model: "),
    HTTP_404(404, "no such model"),
    /** With the wait asked for, in the body and in the header. */
    HTTP_429(429, "too many requests"),
    HTTP_500(500, "an internal error occurred"),
    HTTP_503(503, "the model is overloaded"),
    /** Nothing comes, and the connection stays. */
    NO_ANSWER,
    /** The connection ends before the first byte. */
    DROPPED,
    /** This connection ends, and from now on nobody listens at the port. */
    REFUSED,
    /** The announced length never comes. */
    CUT_BODY,
    /** A complete body that is no JSON. */
    BAD_JSON_BODY,
    /** A proxy answers in place of the server, with a page and status 200. */
    PROXY_PAGE,
    /** A proxy answers in place of the server, with a page and status 502. */
    PROXY_ERROR(502, "Bad Gateway"),
    /** Sent on to another host. */
    REDIRECT,
    /** One byte at a time, for longer than anybody waits. */
    SLOW_DRIP,
    /** Many megabytes. */
    HUGE_BODY,
    /** The reply is prose. */
    NOT_JSON,
    /** A value outside the list the schema allows. */
    BAD_ENUM,
    /** A required field is not there. */
    MISSING_FIELD,
    /** A required field is {@code null}. */
    NULL_FIELD,
    /** A number is written as a word. */
    NOT_A_NUMBER,
    /** Fields named as ids bear another. */
    WRONG_ID,
    /** The reply speaks of another round. */
    WRONG_ROUND,
    /** The reply is empty, without a reason. */
    EMPTY_TEXT,
    /** Finish reason SAFETY or its like, no text. */
    SAFETY,
    /** The prompt is blocked: no candidate at all. */
    BLOCKED_PROMPT,
    /** Cut at the token limit, half a reply. */
    MAX_TOKENS,
    /** Cut at the token limit before the first word. */
    MAX_TOKENS_EMPTY,
    /** A good reply that says nothing of tokens. */
    NO_USAGE,
    /** A good reply by another version of the model. */
    OTHER_MODEL;

    private final int status;
    private final String words;

    Fault() {
        this(200, "");
    }

    Fault(int status, String words) {
        this.status = status;
        this.words = words;
    }

    /** Status of the HTTP answer, where there is one. */
    public int status() {
        return status;
    }

    /** Words of the error, empty where there is none. */
    public String words() {
        return words;
    }

    /** Whether it is an error told by status. */
    boolean toldByStatus() {
        return status != 200;
    }

    /** Whether the transport is sound and only the text of the reply is wrong. */
    public boolean inTheText() {
        return switch (this) {
            case NOT_JSON, BAD_ENUM, MISSING_FIELD, NULL_FIELD, NOT_A_NUMBER, WRONG_ID, WRONG_ROUND -> true;
            default -> false;
        };
    }

    /** Whether a form of request knows this fault: Ollama has no filters that block or withhold. */
    public boolean knownTo(Api api) {
        return api != Api.OLLAMA || (this != SAFETY && this != BLOCKED_PROMPT);
    }
}
