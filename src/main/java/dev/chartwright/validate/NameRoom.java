package dev.chartwright.validate;

/**
 * How long the name of a kind may be.
 *
 * @param most characters
 * @param why what needs the rest, a sentence
 */
record NameRoom(int most, String why) {
    /** A label of its pods holds the name, a dash and a hash of ten characters, in 63. */
    static final int OF_STATEFUL_SET = 52;

    private static final int LABEL = 63;
    private static final int SUBDOMAIN = 253;

    static NameRoom of(RenderedObject object) {
        return switch (object.group() + "/" + object.kind()) {
            case "/Namespace", "/Service" -> new NameRoom(LABEL, "it is one label of a host name");
            case "apps/StatefulSet" ->
                new NameRoom(OF_STATEFUL_SET, "its pods carry the name and 11 characters more in a label");
            case "apps/Deployment" ->
                new NameRoom(SUBDOMAIN - 11, "its ReplicaSets carry the name and 11 characters more");
            case "batch/CronJob" -> new NameRoom(LABEL - 11, "its Jobs carry the name and 11 characters more");
            case "batch/Job" -> new NameRoom(LABEL, "its pods carry the name in a label");
            case "rabbitmq.com/RabbitmqCluster" -> operated("-server");
            case "redis.redis.opstreelabs.in/Redis", "redis.redis.opstreelabs.in/RedisReplication" -> operated("");
            case "redis.redis.opstreelabs.in/RedisCluster" -> operated("-follower");
            case "redis.redis.opstreelabs.in/RedisSentinel" -> operated("-sentinel");
            default -> new NameRoom(SUBDOMAIN, "the API server takes no longer names");
        };
    }

    private static NameRoom operated(String suffix) {
        return new NameRoom(
                OF_STATEFUL_SET - suffix.length(),
                "the operator makes a StatefulSet `<name>" + suffix
                        + "`, whose pods carry its name and 11 characters more in a label");
    }
}
