package org.vppworkbench.negotiation.language;

/**
 * One request to a model, complete: together with the settings of the gateway it decides what is sent.
 *
 * @param origin who asks and when; part of the key on a tape, so that equal prompts of two homes stay two requests
 * @param prompt what is said
 * @param schema what the reply must look like
 * @param sampling how the reply is drawn
 */
public record Question(Origin origin, Prompt prompt, ReplySchema schema, Sampling sampling) {}
