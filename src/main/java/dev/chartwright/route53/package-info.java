/**
 * Public DNS as Terraform reads it.
 *
 * <p>Takes: a platform. Gives: the files {@code route53.tf} and {@code route53_zone.tf}, in the form of {@code
 * terraform fmt}; none for a platform without Route53. Fails with nothing.
 */
@NullMarked
package dev.chartwright.route53;

import org.jspecify.annotations.NullMarked;
