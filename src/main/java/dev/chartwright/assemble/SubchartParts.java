package dev.chartwright.assemble;

import java.util.List;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Component;
import dev.chartwright.model.SecretInput;

/**
 * What a subchart is made from.
 *
 * @param component the part of the platform it installs
 * @param files rendered files, paths relative to the subchart
 * @param values text of its rendered values.yaml
 * @param knobs what that text documents
 * @param secrets values that are given at install
 */
record SubchartParts(
        Component component, List<ChartFile> files, String values, List<Knob> knobs, List<SecretInput> secrets) {
    String name() {
        return component.name();
    }
}
