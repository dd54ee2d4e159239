package dev.chartwright;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test of every environment of Codedang and of the bookshop: takes the folder of values, and the name. */
@ParameterizedTest
@CsvSource({
    "values, local",
    "values, stage",
    "values, production",
    "src/test/fixtures/bookshop/values, live",
    "src/test/fixtures/bookshop/values, trial"
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EveryEnvironment {}
