package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;

/** No custom resource of a release meets an admission webhook of the same release, whose server may not serve yet. */
final class WebhookRule implements ReleaseRule {
    private static final String ANY = "*";
    private static final List<String> KINDS = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    @Override
    public Stream<Problem> check(Release release) {
        List<Definition> definitions = Definition.of(release.definitions()).toList();
        return release.installed()
                .filter(object -> KINDS.contains(object.kind()))
                .flatMap(webhook -> release.customResources()
                        .filter(resource -> isAsked(webhook, resource, definitions))
                        .flatMap(resource -> problem(webhook, resource))
                        .limit(1));
    }

    private static boolean isAsked(RenderedObject webhook, RenderedObject resource, List<Definition> definitions) {
        List<String> plurals = definitions.stream()
                .filter(definition -> definition.defines(resource))
                .map(Definition::plural)
                .toList();
        return webhook.root()
                .path("webhooks")
                .valueStream()
                .filter(hook -> !hook.path("failurePolicy").asString("Fail").equals("Ignore"))
                .flatMap(hook -> hook.path("rules").valueStream())
                .anyMatch(rule -> names(rule.path("apiGroups"), List.of(resource.group()))
                        && (plurals.isEmpty() || names(rule.path("resources"), plurals)));
    }

    private static boolean names(JsonNode list, List<String> wanted) {
        return list.valueStream()
                .map(name -> name.asString(""))
                .anyMatch(name -> name.equals(ANY) || name.equals("*/*") || wanted.contains(name));
    }

    private static Stream<Problem> problem(RenderedObject webhook, RenderedObject resource) {
        String making = Release.making(order -> order.makesFirst(webhook, resource));
        return making.isEmpty() ? Stream.empty() : Stream.of(problem(webhook, resource, making));
    }

    private static Problem problem(RenderedObject webhook, RenderedObject resource, String making) {
        return new Problem(
                webhook.place("kind").value(),
                "webhook-order",
                webhook.kind() + " `" + webhook.name() + "` is asked about " + resource.kind() + " `" + resource.name()
                        + "` of the same release",
                making + " it before the resource without a wait for the webhook server, so the API server refuses "
                        + "the resource",
                "leave the webhook configuration out and switch the operator's webhooks off");
    }
}
