package dev.chartwright.model;

import java.util.Optional;

/** What a container asks for and what it may use at most. */
public record Resources(Quantities requests, Quantities limits) {
    public Resources {
        refuseAbove("cpu", requests.cpu(), limits.cpu());
        refuseAbove("memory", requests.memory(), limits.memory());
        refuseAbove("ephemeralStorage", requests.ephemeralStorage(), limits.ephemeralStorage());
    }

    private static void refuseAbove(String resource, Optional<String> request, Optional<String> limit) {
        Optional<Quantity> asked = request.flatMap(Quantity::parse);
        Optional<Quantity> most = limit.flatMap(Quantity::parse);
        if (asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0) {
            throw new InvalidValueException(
                    "requests." + resource,
                    "request-above-limit",
                    "`" + request.get() + "` of " + resource + " is requested, and the limit is `" + limit.get() + "`",
                    "the API server refuses a container that asks for more than it may use",
                    "raise the limit to at least `" + request.get() + "`, or lower the request");
        }
    }

    public boolean isSet() {
        return requests.isSet() || limits.isSet();
    }
}
