package dev.chartwright.model;

import java.util.List;

/**
 * Fields of custom resources that nobody may change once an object is there.
 *
 * @param fields the fields, by the kinds that have them
 * @param why who refuses a change, or what becomes of it
 * @param fix what to do instead; {@code {delete}} stands for the command that deletes the object
 * @param by key by which elements of lists are told apart
 * @param unless annotations with which an object lets them change; none where nothing does
 */
public record FrozenPaths(List<OfKind> fields, String why, String fix, String by, List<Entry> unless) {
    /**
     * Fields of one kind.
     *
     * @param name the kind: its group, a slash and the kind
     * @param paths paths to them, some with {@code =} and what they are where nothing is written
     */
    public record OfKind(String name, List<String> paths) {}
}
