package org.vppworkbench.negotiation.llm.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class StrictSchemaTest {
    private static void assertAdapted(String schema, String expected) {
        assertEquals(JsonParser.parseString(expected), JsonParser.parseString(StrictSchema.of(schema)));
    }

    @Test
    void optionalPropertiesBecomeRequiredAndMayBeNull() {
        assertAdapted(
                """
                {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"number","minimum":1},
                 "c":{"type":"string","enum":["X"]}},"required":["a"]}""",
                """
                {"type":"object","properties":{"a":{"type":"string"},"b":{"type":["number","null"],"minimum":1},
                 "c":{"type":["string","null"],"enum":["X",null]}},"required":["a","b","c"],"additionalProperties":false}""");
    }

    @Test
    void objectsInListsAndPropertiesAreAdaptedToo() {
        assertAdapted(
                """
                {"type":"object","required":["list"],"properties":{"list":{"type":"array","maxItems":3,"items":
                 {"type":"object","required":["x"],"properties":{"x":{"type":"string","maxLength":5}}}}}}""",
                """
                {"type":"object","required":["list"],"additionalProperties":false,"properties":{"list":{"type":"array",
                 "maxItems":3,"items":{"type":"object","required":["x"],"additionalProperties":false,
                 "properties":{"x":{"type":"string"}}}}}}""");
    }

    @Test
    void aPropertyMayBeCalledLikeAWordOfTheSchema() {
        assertAdapted(
                """
                {"type":"object","required":["default","properties"],"properties":{"default":{"type":"string","default":"x"},
                 "properties":{"type":"string"}}}""",
                """
                {"type":"object","required":["default","properties"],"additionalProperties":false,
                 "properties":{"default":{"type":"string"},"properties":{"type":"string"}}}""");
    }
}
