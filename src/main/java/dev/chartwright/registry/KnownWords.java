package dev.chartwright.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows of a text the words that {@code words.txt} lists, and names. All else becomes one sign, however much it is: so
 * that what is shown does not depend on it.
 *
 * @param isName whether something is a name that may be shown
 * @param isHidden whether something may not be shown, though it is a word or a name
 */
record KnownWords(Predicate<String> isName, Predicate<String> isHidden) {
    static final String LEFT_OUT = "…";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]++");

    /** Words that belong together, as in {@code MANIFEST_INVALID}, {@code read-only} or {@code 1.2.3}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]++(?:[._-]++[A-Za-z0-9]++)*+");

    /** What stands between two words in a sentence, an address or a name. */
    private static final Pattern BETWEEN = Pattern.compile("[ ,.:;!?'\"`()/_=+-]{0,3}");

    /** A shorter word may be part of what it stands beside. */
    private static final int CERTAIN = 4;

    private static final int SHORTEST_NAME = 3;
    private static final Set<String> LISTED = listed();

    private static Set<String> listed() {
        try (InputStream list = KnownWords.class.getResourceAsStream("words.txt")) {
            String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What stands between other signs. */
    static Stream<String> wordsIn(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    /** Names in a text that may be shown when somebody else sends them. */
    static Set<String> namesIn(String text) {
        return Stream.concat(NAME.matcher(text).results().map(MatchResult::group), wordsIn(text))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .collect(Collectors.toUnmodifiableSet());
    }

    String shown(String text) {
        List<MatchResult> names = NAME.matcher(text).results().toList();
        BitSet certain = certain(names.stream().map(MatchResult::group).toList());
        StringBuilder shown = new StringBuilder();
        int end = 0;
        for (int index = certain.nextSetBit(0); index >= 0; index = certain.nextSetBit(index + 1)) {
            MatchResult name = names.get(index);
            shown.append(between(text.substring(end, name.start()))).append(name.group());
            end = name.end();
        }
        return shown.append(between(text.substring(end))).toString();
    }

    /** A short word counts among known ones only, from both sides: a letter may be one of many. */
    private BitSet certain(List<String> names) {
        BitSet forward = new BitSet();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            forward.set(index, isKnown(name) && (isLong(name) || index == 0 || forward.get(index - 1)));
        }
        BitSet certain = new BitSet();
        for (int index = names.size() - 1; index >= 0; index--) {
            boolean isBeside = index == names.size() - 1 || certain.get(index + 1);
            certain.set(index, forward.get(index) && (isLong(names.get(index)) || isBeside));
        }
        return certain;
    }

    private static boolean isLong(String name) {
        return name.length() >= CERTAIN;
    }

    private boolean isKnown(String name) {
        return (isName.test(name) || isListed(name.toLowerCase(Locale.ROOT)))
                && !isHidden.test(name)
                && wordsIn(name).noneMatch(isHidden);
    }

    private static boolean isListed(String name) {
        return LISTED.contains(name) || wordsIn(name).allMatch(word -> word.length() > 1 && LISTED.contains(word));
    }

    private static String between(String gap) {
        if (BETWEEN.matcher(gap).matches()) {
            return gap;
        }
        return (gap.startsWith(" ") ? " " : "") + LEFT_OUT + (gap.endsWith(" ") ? " " : "");
    }
}
