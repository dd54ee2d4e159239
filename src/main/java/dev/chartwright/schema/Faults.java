package dev.chartwright.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.chartwright.problem.NearestNames;

/** All that a validator says about one document, and what of it is one mistake; linear, for there may be very many. */
final class Faults {
    private final Map<String, List<String>> unknownKeys = new HashMap<>();
    private final Map<String, Set<String>> subjects = new HashMap<>();

    Faults(List<Fault> all) {
        for (Fault fault : all) {
            if (fault.keyword().equals("additionalProperties")) {
                unknownKeys
                        .computeIfAbsent(fault.pointer(), pointer -> new ArrayList<>())
                        .add(fault.key().orElseThrow());
            }
            if (!fault.choice().isEmpty()) {
                subjects.computeIfAbsent(choice(fault), choice -> new HashSet<>())
                        .add(fault.subject());
            }
        }
    }

    /** What breaks each branch of a choice in its own way is one mistake. */
    boolean isChoice(Fault fault) {
        return subjects.getOrDefault(choice(fault), Set.of()).size() > 1;
    }

    String subject(Fault fault) {
        return isChoice(fault) ? choice(fault) : fault.subject();
    }

    private static String choice(Fault fault) {
        return fault.chooser() + " " + fault.choice();
    }

    /** A missing key that stands there with another spelling, which is told already. */
    boolean isMisspelt(Fault missing) {
        return missing.keyword().equals("required")
                && unknownKeys.getOrDefault(missing.pointer(), List.of()).stream()
                        .anyMatch(key -> !NearestNames.of(
                                        key, List.of(missing.key().orElseThrow()))
                                .isEmpty());
    }
}
