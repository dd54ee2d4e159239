package dev.chartwright.validate;

/**
 * What in a pod breaks a control.
 *
 * @param place where
 * @param words what is there, without the pod's name
 * @param fix what to do
 */
record Breach(Place place, String words, String fix) {}
