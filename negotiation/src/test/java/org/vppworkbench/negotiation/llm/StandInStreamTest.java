package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.negotiation.standin.Api;
import org.vppworkbench.negotiation.standin.Fault;
import org.vppworkbench.negotiation.standin.FaultPlan;
import org.vppworkbench.negotiation.standin.Responder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;

/** The streams of the stand-in, read by the library's own streaming clients over its own HTTP client. The gateway has no part. */
class StandInStreamTest {
    private static final String REPLY =
            "{\"action\":\"PROPOSE\",\"kw\":2.5,\"price_usd_per_mwh\":120,\"rationale\":\"We want to be paid for \u201cwear\u201d.\"}";

    private static StreamingChatModel client(Api api, StandInServer server) {
        return switch (api) {
            case GEMINI -> GoogleAiGeminiStreamingChatModel.builder()
                    .httpClientBuilder(JdkHttpClient.builder())
                    .baseUrl(server.geminiBase())
                    .apiKey(Gateways.KEY)
                    .modelName("gemini-x")
                    .build();
            case OPENAI -> OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(JdkHttpClient.builder())
                    .baseUrl(server.openAiBase())
                    .apiKey(Gateways.KEY)
                    .modelName("gemini-x")
                    .build();
            case OLLAMA -> OllamaStreamingChatModel.builder()
                    .httpClientBuilder(JdkHttpClient.builder())
                    .baseUrl(server.ollamaBase())
                    .modelName("gemini-x")
                    .build();
        };
    }

    private static ChatResponse ask(StreamingChatModel model, List<String> pieces)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        model.chat("What do you offer?", new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String piece) {
                pieces.add(piece);
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                whole.completeExceptionally(error);
            }
        });
        return whole.get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void theLibraryReadsTheStreamPieceByPiece(Api api) throws Exception {
        try (StandInServer server = StandInServer.start(StandInSettings.saying(Responder.always(REPLY)))) {
            List<String> pieces = new CopyOnWriteArrayList<>();
            ChatResponse response = ask(client(api, server), pieces);
            assertEquals(REPLY, response.aiMessage().text());
            assertEquals(REPLY, String.join("", pieces));
            assertTrue(pieces.size() >= 3, pieces.toString());
            assertEquals("gemini-x", response.metadata().modelName());
            assertNotNull(response.metadata().finishReason());
            assertEquals((REPLY.length() + 3) / 4, response.metadata().tokenUsage().outputTokenCount());
            assertEquals(1, server.ledger().count());
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void aRefusalReachesTheClientOfAStreamToo(Api api) throws Exception {
        StandInSettings settings = StandInSettings.saying(Responder.always(REPLY)).withFaults(FaultPlan.always(Fault.HTTP_503));
        try (StandInServer server = StandInServer.start(settings)) {
            assertThrows(ExecutionException.class, () -> ask(client(api, server), new CopyOnWriteArrayList<>()));
        }
    }
}
