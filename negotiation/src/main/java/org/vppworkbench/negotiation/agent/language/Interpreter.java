package org.vppworkbench.negotiation.agent.language;

/** Makes sense of one reply; called by one thread for one decision. */
@FunctionalInterface
public interface Interpreter<T> {
    /**
     * @throws ReplyFault where a field is missing, unknown, of another type or out of its range
     */
    Move<T> read(ReplyObject reply) throws ReplyFault;
}
