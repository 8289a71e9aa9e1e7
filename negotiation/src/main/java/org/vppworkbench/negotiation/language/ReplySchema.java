package org.vppworkbench.negotiation.language;

/**
 * What a reply must look like.
 *
 * @param name identifier, such as {@code prosumer_reply}
 * @param json JSON schema as text: {@code type}, {@code properties}, {@code required}, {@code enum}, ranges
 */
public record ReplySchema(String name, String json) {}
