package dev.chartwright.component;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.CustomKind;
import dev.chartwright.model.FrozenPaths;

/**
 * A sort of component: what stands in {@code component.yaml} of one folder of {@code templates/}.
 *
 * @param name the folder, and the section of {@code values/} that describes a component of this sort
 * @param title what people call it
 * @param order where it stands among the components, lowest first
 * @param drawn what it is in drawings
 * @param edge the pods that requests from outside come through, if this is the platform's router
 * @param derive values that follow from others of the section
 * @param pods its pods
 * @param services Services that lead to them
 * @param names what text in {@code values/} may refer to, behind the section's name and a dot
 * @param connections who opens connections to its pods, beside those who need it
 * @param test what {@code helm test} asks
 * @param needs keys of an application's {@code network.needs} that are about it
 * @param reads places in its section that name its Secrets
 * @param addons what in its section needs an add-on of the cluster
 * @param objects what is known of its kinds of custom resources
 * @param frozen fields of them that have to stay as they are
 * @param cleanup whether custom resources are deleted before an uninstall
 */
public record ComponentType(
        String name,
        String title,
        int order,
        String drawn,
        Optional<EdgeType> edge,
        List<Derived> derive,
        List<PodsType> pods,
        List<ServiceType> services,
        List<NameType> names,
        List<ConnectionType> connections,
        Optional<OpenType> test,
        List<NeedType> needs,
        List<ReadType> reads,
        List<AddonType> addons,
        List<CustomKind> objects,
        List<FrozenPaths> frozen,
        boolean cleanup) {}
