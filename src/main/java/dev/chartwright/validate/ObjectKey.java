package dev.chartwright.validate;

/** What an object is known by in every version of its API. */
record ObjectKey(String group, String kind, String namespace, String name) {
    static ObjectKey of(RenderedObject object) {
        return new ObjectKey(object.group(), object.kind(), object.namespace(), object.name());
    }
}
