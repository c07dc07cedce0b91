package com.aisle.local.launcher.shop;

/**
 * What a call's headers say about its sender.
 *
 * @param country ISO 3166-1 alpha-2, as CloudFront adds it in AWS
 */
public record Sender(Device device, String country) {}
