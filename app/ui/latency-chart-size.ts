// The size of the latency chart in pixels, for the drawing and for the crosshair over it.

export const CHART_HEIGHT = 174;
/** Above the axis. */
export const PLOT_HEIGHT = 150;
