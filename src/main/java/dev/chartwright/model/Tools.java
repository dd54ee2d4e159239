package dev.chartwright.model;

/**
 * Images of the pods that charts start for themselves.
 *
 * @param test small image with a shell and {@code nc}, for {@code helm test} pods
 * @param kubectl image whose only program is {@code kubectl}, for the job that clears up before uninstall
 */
public record Tools(Image test, Image kubectl) {}
