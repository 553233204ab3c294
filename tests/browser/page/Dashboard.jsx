import { Component } from 'react';
import { GlobalStyles, PanelChrome } from '@grafana/ui';
import { panelTypes } from './panels/catalog.js';

class PanelBoundary extends Component {
  state = { error: null };

  static getDerivedStateFromError(error) {
    return { error };
  }

  componentDidCatch(error) {
    this.props.onError(error);
  }

  render() {
    return this.state.error ? <pre>{String(this.state.error)}</pre> : this.props.children;
  }
}

function PanelBox({ loaded, box, context }) {
  const { panel, title, data, error } = loaded;
  const type = panelTypes[panel.type];
  const draw = (width, height) => (error || !data ? <pre>{String(error)}</pre> : type.draw(panel, data, context, width, height));
  return (
    <div className="panel" data-panel={panel.id} style={box}>
      <PanelChrome width={box.width} height={box.height} title={title} description={panel.description}>
        {(width, height) => (
          <PanelBoundary onError={(drawing) => loaded.report.errors.push(`drawing: ${drawing.message}`)}>
            {draw(width, height)}
          </PanelBoundary>
        )}
      </PanelChrome>
    </div>
  );
}

const RowHeader = ({ panel, title, box }) => (
  <h2 className="row" data-panel={panel.id} style={box}>
    {title}
  </h2>
);

/** The grid of panels, each in Grafana's own frame. */
export function Dashboard({ title, loaded, places, context, height }) {
  return (
    <>
      <GlobalStyles />
      <h1>{title}</h1>
      <div className="grid" style={{ height }}>
        {places.map(({ box }, index) =>
          loaded[index].panel.type === 'row' ? (
            <RowHeader key={index} {...loaded[index]} box={box} />
          ) : (
            <PanelBox key={index} loaded={loaded[index]} box={box} context={context} />
          ),
        )}
      </div>
    </>
  );
}
