package org.vppworkbench.negotiation.llm.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who answers, and in which form it is asked. */
public enum Provider {
    GEMINI("gemini", "https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY", "/v1beta"),
    /** OpenAI, and everything that speaks its chat completions: vLLM, LM Studio, llama.cpp, gateways. */
    OPENAI("openai", "https://api.openai.com/v1", "OPENAI_API_KEY", "/v1"),
    OLLAMA("ollama", "http://localhost:11434", "OLLAMA_API_KEY", "");

    private final String id;
    private final String ownBaseUrl;
    private final String keyVariable;
    private final String usualPath;

    Provider(String id, String ownBaseUrl, String keyVariable, String usualPath) {
        this.id = id;
        this.ownBaseUrl = ownBaseUrl;
        this.keyVariable = keyVariable;
        this.usualPath = usualPath;
    }

    /** The provider of an id such as {@code gemini}, or {@code null}. */
    public static @Nullable Provider of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst().orElse(null);
    }

    public static String ids() {
        return List.of(values()).stream().map(Provider::id).collect(Collectors.joining(", "));
    }

    public String id() {
        return id;
    }

    /** Where it answers itself. */
    public String ownBaseUrl() {
        return ownBaseUrl;
    }

    /** Environment variable a key is read from. */
    public String keyVariable() {
        return keyVariable;
    }

    /** Path its base URL usually ends in. */
    public String usualPath() {
        return usualPath;
    }

    /** Whether a request without a key can only fail. */
    public boolean needsKey(boolean ownHost) {
        return switch (this) {
            case GEMINI -> true;
            case OPENAI -> ownHost;
            case OLLAMA -> false;
        };
    }
}
