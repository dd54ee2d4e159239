package dev.chartwright.render;

import java.util.Optional;

/** Knows what surrounds each place of a template: YAML on the outside, Helm's actions within it. */
final class Surroundings {
    /**
     * What must be the same where a section begins and where it ends.
     *
     * @param action inside {@code {{ }}}
     * @param actionQuote quote that is open there
     * @param quote quote that is open in YAML
     * @param depth open flow collections
     */
    record Mark(boolean action, char actionQuote, char quote, int depth) {}

    private final ActionState action = new ActionState();
    private final Optional<YamlState> yaml;

    Surroundings(boolean isYaml) {
        this.yaml = isYaml ? Optional.of(new YamlState()) : Optional.empty();
    }

    void startLine(String line) {
        yaml.ifPresent(state -> state.startLine(line, action.isInside()));
    }

    void endLine(String line) {
        yaml.ifPresent(state -> state.endLine(line));
        action.endLine();
    }

    /** Takes the character here, or several that belong together; gives how many. */
    int accept(String line, int at) {
        boolean wasInside = action.isInside();
        int taken = action.accept(line, at);
        if (taken == 0) {
            return yaml.map(state -> state.accept(line, at)).orElse(1);
        }
        if (wasInside && !action.isInside()) {
            yaml.ifPresent(state -> state.acted(action.effect()));
        }
        return taken;
    }

    boolean isInAction() {
        return action.isInside();
    }

    /** An action begins here inside another one, which Go refuses. */
    boolean reopens(String line, int at) {
        return action.isInside() && action.spot() == Spot.ACTION && action.quote() == 0 && line.startsWith("{{", at);
    }

    /** A value tag stands here and will print something. */
    void printed() {
        if (!action.isInside()) {
            yaml.ifPresent(YamlState::printed);
        }
    }

    Spot spot() {
        boolean comment = yaml.map(YamlState::isComment).orElse(false);
        if (action.isInside()) {
            return comment ? Spot.COMMENT : action.spot();
        }
        return yaml.map(YamlState::spot).orElse(Spot.PLAIN_FILE);
    }

    /** What the end of the line showed about a tag in it. */
    Spot corrected(Tag tag) {
        int split = action.splitAt();
        if (tag.spot() == Spot.QUOTED && split >= 0 && tag.offset() > split) {
            return Spot.SPLIT;
        }
        return yaml.stream()
                .flatMap(state -> state.voids().stream())
                .filter(part -> tag.offset() > part.from() && tag.offset() < part.to())
                .map(YamlState.Void::spot)
                .filter(spot -> tag.spot() == Spot.QUOTED)
                .findFirst()
                .orElse(tag.spot());
    }

    Mark mark() {
        char quote = yaml.map(YamlState::quote).orElse((char) 0);
        return new Mark(
                action.isInside(),
                action.quote(),
                quote,
                yaml.map(YamlState::depth).orElse(0));
    }

    Optional<YamlState.Slot> slot() {
        return yaml.map(YamlState::slot);
    }

    /** Goes on, after a section of this line, as if it had been absent. */
    void resume(Optional<YamlState.Slot> slot) {
        if (!action.isInside() && slot.equals(Optional.of(YamlState.Slot.START))) {
            yaml.ifPresent(state -> state.resume(YamlState.Slot.START));
        }
    }

    boolean isClean() {
        return mark().equals(new Mark(false, (char) 0, (char) 0, 0));
    }
}
