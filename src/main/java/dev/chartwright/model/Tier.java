package dev.chartwright.model;

/** What an environment is for; decides which parts may exist in it. */
public enum Tier {
    PRODUCTION,
    STAGE
}
