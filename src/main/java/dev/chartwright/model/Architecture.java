package dev.chartwright.model;

import java.util.List;

/**
 * A platform as a drawing: what runs where, and who talks to whom.
 *
 * @param nodes what there is, in the order of the model
 * @param links who talks to whom
 */
public record Architecture(List<Node> nodes, List<Link> links) {
    /** What a node stands for. */
    public enum Kind {
        HOST,
        EDGE,
        APPLICATION,
        BROKER,
        CACHE,
        DATABASE,
        STORAGE,
        OPERATOR,
        OUTSIDE,
        EXCHANGE,
        QUEUE
    }

    /**
     * Something that is drawn.
     *
     * @param id unique in the drawing
     * @param label what people call it
     * @param kind what it is
     * @param namespace the box it stands in; empty for what is outside the cluster
     */
    public record Node(String id, String label, Kind kind, String namespace) {}

    /**
     * A way from one node to another.
     *
     * @param from id of who opens it
     * @param to id of who accepts it
     * @param label what goes over it
     */
    public record Link(String from, String to, String label) {}

    /** The whole platform, and what reaches it. */
    public static Architecture of(Platform platform) {
        return new ArchitectureBuilder(platform).platform();
    }

    /** The ways of messages: publishers, exchanges, queues, consumers; nothing for a platform without a broker. */
    public static Architecture messages(Platform platform) {
        return new ArchitectureBuilder(platform).messages();
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }
}
