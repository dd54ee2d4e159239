package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** The kind of each custom resource is in the cluster before Helm looks it up. */
final class DefinitionRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        // A definition in the wrong place is told there, not at each object of its kind.
        List<Definition> definitions = Stream.concat(
                        Definition.of(release.definitions()), Definition.of(release.objects()))
                .toList();
        Set<String> outside = ApiGroups.ofCluster(release.platform()).collect(Collectors.toSet());
        Stream<Problem> undefined = release.customResources()
                .filter(object -> !outside.contains(object.group()))
                .filter(object -> definitions.stream().noneMatch(definition -> definition.serves(object)))
                .map(DefinitionRule::undefined);
        Stream<Problem> templates = release.objects().stream()
                .filter(object -> object.kind().equals(Definition.KIND))
                .map(DefinitionRule::inTemplates);
        Stream<Problem> strays = release.definitions().stream()
                .filter(object -> !object.kind().equals(Definition.KIND))
                .map(DefinitionRule::stray);
        return Stream.of(undefined, templates, strays).flatMap(found -> found);
    }

    private static Problem undefined(RenderedObject object) {
        return new Problem(
                object.place("kind").value(),
                "undefined-kind",
                "nothing defines the kind of " + object.kind() + " `" + object.name() + "`, `" + object.apiVersion()
                        + "`",
                "Helm looks every kind up before it makes the first object; no `crds/` of the charts serves this one, and "
                        + "no add-on of the cluster brings its group",
                "put its CRD into `crds/` of the chart, or name the add-on that brings it in `cluster.addons`");
    }

    private static Problem stray(RenderedObject object) {
        return new Problem(
                object.place("kind").value(),
                "stray-definition",
                "`crds/` holds " + object.kind() + " `" + object.name() + "`, which is no CRD",
                "Helm makes what stands there before everything else, never changes it and never deletes it",
                "move the file to `templates/` of the same chart");
    }

    private static Problem inTemplates(RenderedObject object) {
        return new Problem(
                object.place("kind").value(),
                "templated-definition",
                "the CRD `" + object.name() + "` is made by a template",
                "Helm looks every kind up before it makes the first object, so a first install does not find it; and an "
                        + "uninstall would delete every object of the kind",
                "move the file to `crds/` of the same chart");
    }
}
