package dev.chartwright.model;

/** Names in the message broker. */
final class BrokerNames {
    private static final String RESERVED = "amq.";

    private BrokerNames() {}

    static void refuseReserved(String component, String name) {
        if (name.startsWith(RESERVED)) {
            throw new InvalidValueException(
                    component,
                    "reserved-name",
                    component + " `" + name + "` begins with `" + RESERVED + "`",
                    "RabbitMQ keeps names that begin so for itself and refuses others who declare them",
                    "choose another name");
        }
    }
}
