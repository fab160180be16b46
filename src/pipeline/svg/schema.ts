/** What a drawing may hold. Everything that is not in these lists is left out, so that nothing has to be known of what is dangerous. */
import type { Schema } from 'hast-util-sanitize';

/** Animations that name the attribute they change: one of appearance, never where a reference leads. */
export const changingAttributes: readonly string[] = ['animate', 'animateTransform', 'set'];
const animations = [...changingAttributes, 'animateMotion'];

const elements = [
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'view', 'a', 'title', 'desc', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix', 'feDiffuseLighting'],
  ...['feDisplacementMap', 'feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR'],
  ...['feGaussianBlur', 'feImage', 'feMerge', 'feMergeNode', 'feMorphology', 'feOffset', 'fePointLight'],
  ...['feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
  ...animations,
  'mpath',
];

/** Attributes that say what a shape is and looks like; animations may change these. */
export const appearance: readonly string[] = [
  ...['alignment-baseline', 'baseline-shift', 'clip', 'clip-path', 'clip-rule', 'color', 'color-interpolation'],
  ...['color-interpolation-filters', 'color-rendering', 'direction', 'display', 'dominant-baseline', 'fill'],
  ...['fill-opacity', 'fill-rule', 'filter', 'flood-color', 'flood-opacity', 'font', 'font-family', 'font-size'],
  ...['font-size-adjust', 'font-stretch', 'font-style', 'font-variant', 'font-weight', 'glyph-orientation-vertical'],
  ...['image-rendering', 'isolation', 'letter-spacing', 'lighting-color', 'marker', 'marker-end', 'marker-mid'],
  ...['marker-start', 'mask', 'mask-type', 'mix-blend-mode', 'opacity', 'overflow', 'paint-order', 'shape-rendering'],
  ...['stop-color', 'stop-opacity', 'stroke', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width', 'text-anchor', 'text-decoration'],
  ...['text-overflow', 'text-rendering', 'transform-box', 'transform-origin', 'unicode-bidi', 'vector-effect'],
  ...['visibility', 'white-space', 'word-spacing', 'writing-mode'],
  ...['x', 'y', 'z', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr'],
  ...['d', 'points', 'pathLength', 'transform', 'gradientTransform', 'gradientUnits', 'patternTransform'],
  ...['patternUnits', 'patternContentUnits', 'spreadMethod', 'offset', 'viewBox', 'preserveAspectRatio'],
  ...['maskUnits', 'maskContentUnits', 'clipPathUnits', 'markerWidth', 'markerHeight', 'markerUnits', 'refX', 'refY'],
  ...['orient', 'dx', 'dy', 'rotate', 'textLength', 'lengthAdjust', 'startOffset', 'method', 'spacing', 'side'],
  ...['filterUnits', 'primitiveUnits', 'in', 'in2', 'result', 'stdDeviation', 'edgeMode', 'mode', 'operator'],
  ...['k1', 'k2', 'k3', 'k4', 'type', 'values', 'tableValues', 'slope', 'intercept', 'amplitude', 'exponent'],
  ...['order', 'kernelMatrix', 'kernelUnitLength', 'divisor', 'bias', 'targetX', 'targetY', 'preserveAlpha'],
  ...['surfaceScale', 'diffuseConstant', 'specularConstant', 'specularExponent', 'azimuth', 'elevation', 'pointsAtX'],
  ...['pointsAtY', 'pointsAtZ', 'limitingConeAngle', 'radius', 'xChannelSelector', 'yChannelSelector', 'scale'],
  ...['baseFrequency', 'numOctaves', 'seed', 'stitchTiles'],
];

/** Names, words for assistive technology, and conditions. Their values are words, never CSS. */
export const words: readonly string[] = [
  ...['id', 'class', 'lang', 'xml:lang', 'xml:space', 'role', 'version', 'baseProfile', 'media'],
  ...['aria-describedby', 'aria-hidden', 'aria-label', 'aria-labelledby', 'aria-roledescription'],
  ...['requiredExtensions', 'requiredFeatures', 'systemLanguage'],
];

const timing = [
  ...['attributeType', 'begin', 'dur', 'end', 'min', 'max', 'restart', 'repeatCount', 'repeatDur', 'calcMode'],
  ...['keyTimes', 'keySplines', 'keyPoints', 'from', 'to', 'by', 'additive', 'accumulate', 'path', 'origin'],
];

/** A place in the drawing itself: the one thing that most references may lead to. */
export const ownPlace = /^\s*#/;

/** A picture of pixels inside of an address. */
export const embeddedPicture = /^data:image\/(?:png|gif|jpe?g|webp|avif)[;,]/i;

/** A drawing inside of an address, as `clean.ts` writes those that it has cleaned. */
export const embeddedDrawing = /^data:image\/svg\+xml;base64,/;

/** Elements that need to refer to others. Links (`a`) lose their address: a drawing is looked at, and leads nowhere. */
const referring = ['use', 'linearGradient', 'radialGradient', 'pattern', 'filter', 'textPath', 'mpath', ...animations];

export const drawingSchema: Schema = {
  tagNames: elements,
  attributes: {
    '*': [...appearance, ...words, 'style'],
    ...Object.fromEntries(referring.map((name) => [name, [['href', ownPlace]]])),
    ...Object.fromEntries(
      animations.map((name) => [name, [['href', ownPlace], ['attributeName', ...appearance], ...timing]]),
    ),
    image: [['href', ownPlace, embeddedPicture, embeddedDrawing]],
    feImage: [['href', ownPlace, embeddedPicture, embeddedDrawing]],
  },
  // Elements that are not in the list go with all that is in them.
  strip: null,
  // Nothing of the defaults, which are made for HTML.
  ancestors: {},
  clobber: [],
  protocols: {},
  required: {},
};
