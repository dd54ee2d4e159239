package dev.chartwright.schema;

import java.util.Optional;

/** Somebody who evaluates regular expressions. */
@FunctionalInterface
public interface PatternCompiler {
    /** Why a text is no regular expression to it; empty when it is one. */
    Optional<String> fault(String expression);
}
